package fr.vismonjob.delivery;

import fr.vismonjob.delivery.Envelope.Why;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.Search;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.mail.About;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.util.List;

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
}
