package fr.vismonjob.page;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.Search;
import fr.vismonjob.form.FilledField;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.pairing.ProposedDays;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Place;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Welcome;
import fr.vismonjob.registration.WelcomeForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person's partners; without a partner, what comes next.
 *
 * @param certificate the link that opens the person's certificate alone
 * @param answers what was typed when proposing or choosing a day; its {@code binome} names the pair
 */
public record PairPage(
    SecretLink link,
    SecretLink certificate,
    Registration registration,
    Edition edition,
    LocalDate today,
    List<Partner> partners,
    Answers answers,
    Message message) {

  /**
   * One pair as the person sees it.
   *
   * @param ways ways to reach the partner, apart from the mail address
   * @param about the ambassador's presentation, or the student's school and level; may be empty
   * @param where the commune where the two meet, if its coordinates are known
   * @param moved whether the ambassador has moved to another commune since the pair was formed
   * @param asked the address of the colleague whom the person has asked to host, and who has not
   *     answered
   * @param welcome the exact place and the hours, if the two will still meet
   * @param together whether neither of the two has left
   */
  public record Partner(
      Pair pair,
      Role self,
      List<FilledField> ways,
      String about,
      Optional<Place> where,
      boolean moved,
      Optional<String> asked,
      Optional<Welcome> welcome,
      boolean together) {
    public Partner {
      ways = List.copyOf(ways);
    }

    /**
     * A partner with what the page shows of the partner's registration.
     *
     * @param isLive whether the two will still meet, by the time of the place
     */
    public static Partner of(Pair pair, Registration self, Registration partner, boolean isLive) {
      Registration host = self.role() == Role.AMBASSADEUR ? self : partner;
      String about =
          switch (partner.details()) {
            case Details.Offer offer -> offer.presentation();
            case Details.Wishes wishes -> wishes.school() + ", " + wishes.level().label();
          };
      boolean moved = pair.workplace().isLeftBy(host);
      return new Partner(
          pair,
          self.role(),
          FilledForm.waysToReach(partner),
          about,
          moved ? Optional.empty() : Optional.of(host.place()),
          moved,
          Optional.empty(),
          Optional.of(host.welcome()).filter(_ -> isLive),
          self.isActive() && partner.isActive());
    }

    /** A partner with only what the pair's item has. */
    public static Partner of(Pair pair, Role self) {
      return new Partner(
          pair,
          self,
          List.of(),
          "",
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          false);
    }

    /** The same partner, while a colleague is asked to host in the person's place. */
    public Partner asking(Optional<String> colleague) {
      return new Partner(pair, self, ways, about, where, moved, colleague, welcome, together);
    }

    public String name() {
      return pair.side(self.other()).shownName();
    }

    public String address() {
      return pair.side(self.other()).address();
    }

    /** The place on the map of France; empty if it is not on the map or not known. */
    public Optional<FranceMap> map() {
      return where.flatMap(FranceMap::of);
    }

    /** From when to when the two meet, in words. */
    public String hours() {
      return pair.workplace().hours().fromTo(welcome.orElse(Welcome.NONE));
    }

    /** Whether the address is not known. */
    public boolean lacksWelcome() {
      return welcome.filter(Welcome::isFilledIn).isEmpty();
    }

    /** The commune where the two meet, in words. */
    public String place() {
      return pair.workplace().place(moved);
    }

    public boolean isOn() {
      return pair.isOn();
    }

    public boolean hasProposal() {
      return pair.status() == PairStatus.DATE_PROPOSEE;
    }

    /** Whether the person proposed the days, so that the partner has to answer. */
    public boolean proposedMyself() {
      return pair.state().proposedBy().filter(self::equals).isPresent();
    }
  }

  public PairPage {
    partners = List.copyOf(partners);
  }

  public boolean isAmbassador() {
    return registration.role() == Role.AMBASSADEUR;
  }

  /** Whether the row of one of the pairs cannot be read. */
  public boolean lacksPair() {
    return registration.pairs().size() > partners.size();
  }

  public List<LocalDate> daysToPropose(Partner partner) {
    return ProposedDays.possible(partner.pair(), edition, today);
  }

  /** Whether the two can still agree on a day: also after theirs, as they may have missed it. */
  public boolean mayAgreeOnDay(Partner partner) {
    boolean isDayLeft = !daysToAccept(partner).isEmpty() || !daysToPropose(partner).isEmpty();
    return partner.together() && (isToCome(partner) || (partner.isOn() && isDayLeft));
  }

  /** The proposed days that have not passed. */
  public List<LocalDate> daysToAccept(Partner partner) {
    return partner.pair().state().proposed().stream().filter(day -> day.isAfter(today)).toList();
  }

  /** What was typed about this pair; blank for the others. */
  public Answers answers(Partner partner) {
    boolean meant = partners.size() == 1 || answers.has("binome", partner.pair().id());
    return meant && !isAboutWelcome() ? answers : Answers.blank();
  }

  /** Whether something is wrong that none of the forms shows. */
  public boolean isWrongAltogether() {
    return answers.areWrong()
        && !isAboutWelcome()
        && partners.stream().noneMatch(one -> answers(one).areWrong());
  }

  /** Whether an ambassador can say where and how those partners are received. */
  public boolean hasWelcome() {
    return isAmbassador() && partners.stream().anyMatch(one -> one.welcome().isPresent());
  }

  /** Whether the partners still do not know the address. */
  public boolean lacksWelcome() {
    return hasWelcome() && !registration.welcome().isFilledIn();
  }

  /** Whether the ambassador works elsewhere than where a partner expects it. */
  public boolean hasMoved() {
    return hasWelcome() && partners.stream().anyMatch(one -> isToCome(one) && one.moved());
  }

  /** Whether what was typed is about the welcome. */
  public boolean isAboutWelcome() {
    return hasWelcome() && answers.has("action", "accueil");
  }

  /** What was typed about the welcome, or else what stands. */
  public Answers welcomeAnswers() {
    return isAboutWelcome() ? answers : Answers.of(WelcomeForm.of(registration.welcome()));
  }

  /** Whether the two will still meet: until the day is over. */
  public boolean isToCome(Partner partner) {
    return partner.isOn() && !today.isAfter(partner.pair().date());
  }

  public boolean isFeedbackOpen(Partner partner) {
    return !today.isBefore(partner.pair().date()) && partner.pair().status() != PairStatus.ANNULE;
  }

  public boolean isCertified(Partner partner) {
    return partner.pair().isCertified(today);
  }

  public Search search() {
    return edition.search(today);
  }
}
