package fr.vismonjob.delivery;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A mail that makes sense in the present state, with all that its template says. There is one type
 * of letter for each kind of {@link fr.vismonjob.mail.About}. Its constructor throws {@link
 * Pointless} if the letter makes no sense any more.
 */
public sealed interface Letter
    permits Letter.Personal, Letter.ToOrganiser, FarewellLetter, OpeningLetter {
  /** The reason why a person gets the letter; every letter gives it at its end. */
  enum Why {
    /** Somebody typed this address into a form, and nobody has confirmed it. */
    UNCONFIRMED(true),
    /** An ambassador has typed this address, to ask a colleague. */
    COLLEAGUE(true),
    REGISTERED(false),
    WITHDRAWN(false),
    ERASED(false),
    SUBSCRIBED(false),
    ORGANISER(false);

    private final boolean toStranger;

    Why(boolean toStranger) {
      this.toStranger = toStranger;
    }

    /** Whether nobody at this address has ever asked for our mails. */
    boolean isToStranger() {
      return toStranger;
    }
  }

  Letterhead head();

  /** The one address to which the letter is sent. */
  String to();

  Why why();

  /** The entries that the letter adds to the recipient's calendar, or removes from it. */
  default List<CalendarEntry> calendar() {
    return List.of();
  }

  default String firstName() {
    return "";
  }

  /** The address of the recipient's own page; empty if there is none. */
  default String manageUrl() {
    return "";
  }

  /** The address of the page on which the recipient asks for no more of these letters. */
  default Optional<String> leaveUrl() {
    return Optional.empty();
  }

  default String siteUrl() {
    return head().site().url() + "/";
  }

  default String eventDay() {
    return FrenchDates.day(head().edition().day());
  }

  default String firstMatching() {
    return FrenchDates.day(head().edition().firstMatching());
  }

  default String lastMatching() {
    return FrenchDates.day(head().edition().lastMatching());
  }

  /** Whether there will be another matching run. */
  default boolean searching() {
    return head().edition().isMatchingToCome(head().today());
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
    default String to() {
      return recipient().person().address();
    }

    /**
     * Empty unless the address is confirmed: until then anybody may have typed the name, as words
     * to a stranger. A person who has withdrawn may never have confirmed.
     */
    @Override
    default String firstName() {
      return recipient().isActive() ? Typed.line(recipient().person().firstName()) : "";
    }

    @Override
    default Why why() {
      return switch (recipient().status()) {
        case A_CONFIRMER -> Why.UNCONFIRMED;
        case CONFIRMEE, APPARIEE -> Why.REGISTERED;
        case RETIREE -> Why.WITHDRAWN;
      };
    }

    @Override
    default String manageUrl() {
      return page("inscription");
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

  /** A letter about an edition to one of its organisers, named by rank. */
  sealed interface ToOrganiser extends Letter permits ReportLetter, ProposalsLetter {
    int rank();

    /** The day that the letter is about. */
    LocalDate onDay();

    @Override
    default String to() {
      return head().edition().organisers().get(rank());
    }

    @Override
    default Why why() {
      return Why.ORGANISER;
    }

    default String edition() {
      return head().edition().id();
    }

    /** That day in words. */
    default String day() {
      return FrenchDates.day(onDay());
    }
  }
}
