package fr.vismonjob.page;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.FilledField;
import fr.vismonjob.identity.PersonLink;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Place;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person's partners; or, without one, what comes next.
 *
 * @param answers what was typed when proposing or choosing a day, told by its {@code binome}
 */
public record PairPage(
    PersonLink link,
    Registration registration,
    Edition edition,
    LocalDate today,
    List<Partner> partners,
    Answers answers,
    Message message) {

  /**
   * One pair as the person sees it.
   *
   * @param ways how to reach the partner, beside the address
   * @param about the ambassador's presentation or the student's school and level, may be empty
   * @param where the commune where the two meet, if its coordinates are known
   */
  public record Partner(
      Pair pair, Role self, List<FilledField> ways, String about, Optional<Place> where) {
    public Partner {
      ways = List.copyOf(ways);
    }

    /** With all that the page can say about the partner's registration. */
    public static Partner of(Pair pair, Registration self, Registration partner) {
      return PartnerSummary.of(pair, self, partner);
    }

    /** With nothing but what the pair says. */
    public static Partner of(Pair pair, Role self) {
      return new Partner(pair, self, List.of(), "", Optional.empty());
    }

    private Role other() {
      return self == Role.AMBASSADEUR ? Role.ETUDIANT : Role.AMBASSADEUR;
    }

    public String name() {
      return pair.side(other()).shownName();
    }

    public String address() {
      return pair.side(other()).address();
    }

    /**
     * Where to put the place on the map of France; nothing if it is beyond the map or not known.
     */
    public Optional<FranceMap> map() {
      return where.flatMap(FranceMap::of);
    }

    public boolean isOn() {
      return pair.isOn();
    }

    public boolean hasProposal() {
      return pair.status() == PairStatus.DATE_PROPOSEE;
    }

    /** Whether the days proposed are the person's own proposal, to be answered by the partner. */
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

  /**
   * The days that may be proposed: those of the edition that are still to come, less the one agreed
   * on.
   */
  public List<LocalDate> daysToPropose(Partner partner) {
    return edition.possibleDays().stream()
        .filter(day -> day.isAfter(today) && !day.equals(partner.pair().date()))
        .toList();
  }

  /** Of the days proposed, those that have not passed. */
  public List<LocalDate> daysToAccept(Partner partner) {
    return partner.pair().state().proposed().stream().filter(day -> day.isAfter(today)).toList();
  }

  /** What was typed about this pair; blank for the others. */
  public Answers answers(Partner partner) {
    boolean meant = partners.size() == 1 || answers.has("binome", partner.pair().id());
    return meant ? answers : Answers.blank();
  }

  /** Whether the two are still to meet: before the day and on it. */
  public boolean isToCome(Partner partner) {
    return partner.isOn() && !today.isAfter(partner.pair().date());
  }

  /** Whether the pair's feedback is open. */
  public boolean isFeedbackOpen(Partner partner) {
    return !today.isBefore(partner.pair().date()) && partner.pair().status() != PairStatus.ANNULE;
  }

  public boolean isMatchingToCome() {
    return edition.isMatchingToCome(today);
  }
}
