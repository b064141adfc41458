package fr.vismonjob.delivery;

import fr.vismonjob.delivery.Letter.Envelope.Why;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.Search;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.identity.SiteAddress;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.Reminder;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A mail that makes sense in the present state, with all that its template needs. There is one type
 * of letter for each kind of {@link About}. Its constructor throws {@link Pointless} if the letter
 * makes no sense any more.
 */
public sealed interface Letter
    permits Letter.Personal, Letter.ToOrganiser, FarewellLetter, OpeningLetter {
  Letterhead head();

  Envelope envelope();

  /** The entries that the letter adds to the recipient's calendar, or removes from it. */
  default List<CalendarEntry> calendar() {
    return List.of();
  }

  default Edition edition() {
    return head().edition();
  }

  default String siteUrl() {
    return head().site().url() + "/";
  }

  default Search search() {
    return edition().search(head().today());
  }

  /** A letter to a person with a registration, which may be withdrawn. */
  sealed interface Personal extends Letter
      permits OwnLetter,
          NewAddressLetter,
          RelayLetter,
          SeatLetter,
          MeetingLetter,
          CalledOffLetter,
          WithdrawalLetter {
    String STATUS_CHANGED = "l’inscription a changé d’état depuis";

    Registration recipient();

    @Override
    default Envelope envelope() {
      Person person = recipient().person();
      Why why =
          switch (recipient().status()) {
            case A_CONFIRMER -> Why.UNCONFIRMED;
            case CONFIRMEE, APPARIEE -> Why.REGISTERED;
            case RETIREE -> Why.WITHDRAWN;
          };
      // Until the address is confirmed anybody may have typed the name, as words to a stranger. A
      // person who has withdrawn may never have confirmed.
      String firstName = why == Why.REGISTERED ? Typed.line(person.firstName()) : "";
      return new Envelope(person.address(), firstName, why, page("inscription"));
    }

    default boolean toAmbassador() {
      return recipient().role() == Role.AMBASSADEUR;
    }

    /** The address of one of the recipient's own pages. */
    default String page(String name) {
      SecretLink link = SecretLink.of(recipient().id(), recipient().linkNumber(), head().keyed());
      return head().site().personal(name, link);
    }
  }

  /** A letter about an edition to one of its organisers. */
  sealed interface ToOrganiser extends Letter permits ReportLetter, ProposalsLetter {
    About.ToOrganiser about();

    @Override
    default Envelope envelope() {
      return Envelope.to(edition().organisers().get(about().rank()), Why.ORGANISER);
    }
  }

  /**
   * What all letters have in common.
   *
   * @param today the day of sending; letters promise nothing that is over by then
   */
  record Letterhead(
      MailKind kind, Edition edition, SiteAddress site, Keyed keyed, LocalDate today) {

    /** Throws {@link Pointless} if it is too late for a reminder of this meeting. */
    void refuseIfLate(LocalDate meeting) {
      Pointless.unless(
          Reminder.of(kind).filter(reminder -> reminder.isOver(meeting, today)).isEmpty(),
          "il est trop tard pour ce rappel");
    }

    /**
     * @throws Pointless if the edition has no organiser of that rank any more
     */
    void refuseWithoutOrganiser(int rank) {
      Pointless.unless(
          rank < edition.organisers().size(), "l’édition compte moins d’organisateurs");
    }
  }

  /**
   * To whom a letter goes, and why.
   *
   * @param to the one address to which the letter is sent
   * @param firstName empty if it is not known, or anybody may have typed it
   * @param page the address of the page on which the recipient sees to it that no more letters
   *     come; empty if there is none
   */
  record Envelope(String to, String firstName, Why why, String page) {
    /** The reason why a person gets the letter; every letter gives it at its end. */
    public enum Why {
      /** Somebody typed this address into a form, and nobody has confirmed it. */
      UNCONFIRMED,
      /** An ambassador has typed this address, to ask a colleague. */
      COLLEAGUE,
      REGISTERED,
      WITHDRAWN,
      ERASED,
      SUBSCRIBED,
      ORGANISER
    }

    /** To an address whose reader has no page, and is not called by name. */
    static Envelope to(String address, Why why) {
      return new Envelope(address, "", why, "");
    }

    /** Whether nobody at this address has ever asked for our mails. */
    boolean isToStranger() {
      return why == Why.UNCONFIRMED || why == Why.COLLEAGUE;
    }

    /** The page that mail programs offer for unsubscribing. */
    Optional<String> unsubscribeUrl() {
      return why == Why.SUBSCRIBED ? Optional.of(page) : Optional.empty();
    }

    /** Whether the letter holds links by which anybody may change the recipient's registration. */
    public boolean isSecret() {
      return why != Why.SUBSCRIBED && !page.isEmpty();
    }
  }
}
