package fr.vismonjob.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a queued mail is about: ids, numbers, days and words. It names nobody, but for the last mail
 * to a person who is erased ({@link Farewell}), of whom nothing else is left.
 */
public sealed interface About {
  /** A mail about a registration, or about something of its person. */
  sealed interface OfRegistration extends About {
    /**
     * The registration's number when the mail was queued; the mail is void once the person has
     * registered again.
     */
    long number();

    /** Whether the mail goes to another address than the registration's. */
    default boolean goesElsewhere() {
      return this instanceof NewAddress || this instanceof Relay;
    }
  }

  /**
   * The person's own registration.
   *
   * @param cause why there is no partner, in words; empty if the mail is not about that
   * @param advice what would help, in words; may be empty
   */
  record Own(long number, String cause, String advice) implements OfRegistration {
    public Own(long number) {
      this(number, "", "");
    }
  }

  /**
   * A new address that the person has asked for; the mail goes there.
   *
   * @param askedAt when, which tells this request from a later one
   */
  record NewAddress(long number, Instant askedAt) implements OfRegistration {}

  /**
   * What the person asks a colleague about a pair; the mail goes to the colleague.
   *
   * @param askedAt when, which tells this request from a later one
   */
  record Relay(long number, String pair, Instant askedAt) implements OfRegistration {}

  /**
   * A coaching seat.
   *
   * @param sequence SEQUENCE of the calendar entry; a reminder has none
   */
  record Seat(long number, String slot, Optional<Long> sequence) implements OfRegistration {}

  /**
   * A pair that will meet, or has met.
   *
   * @param sequence SEQUENCE of the change that the mail announces, if it announces one
   * @param date the pair's day when the mail was queued, if the mail is about that day
   */
  record Meeting(long number, String pair, Optional<Long> sequence, Optional<LocalDate> date)
      implements OfRegistration {}

  /** A cancelled pair. */
  record CalledOff(long number, String pair, CalledOffBy by) implements OfRegistration {}

  /** A person's withdrawal. */
  record Withdrawal(long number, Vacated vacated) implements OfRegistration {}

  /**
   * A person's erasure. No registration names the recipient any more.
   *
   * @param addressee the recipient; empty if the person gets no more mails, and once the mail has
   *     its outcome
   */
  record Farewell(long number, String edition, Optional<Addressee> addressee, Vacated vacated)
      implements About {}

  /**
   * @param firstName empty if the address may never have been confirmed
   */
  record Addressee(String address, String firstName) {}

  /**
   * What a mail removes from the calendar of a person who leaves.
   *
   * @param pairs ids of the pairs that leaving cancels; after an erasure also those that were
   *     cancelled before
   * @param seat the coaching seat that leaving gives back
   */
  record Vacated(List<String> pairs, Optional<Seat> seat) {
    public Vacated {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * An edition that opens, for somebody who wanted to be told of it.
   *
   * @param subscription id of that wish
   */
  record Opening(String subscription) implements About {}

  /** A mail about an edition, for one of its organisers. */
  sealed interface ToOrganiser extends About {
    /**
     * The organiser's position in the edition's list, so that the mail does not hold the address.
     */
    int rank();

    LocalDate day();

    /** Figures of the edition by their names in the report. */
    Map<String, String> figures();
  }

  /**
   * An edition's figures.
   *
   * @param kept the report, such as {@code 2026/2026-11-10/3f1c7a52}
   * @param until last day on which the report's address works
   * @param wanted where hosts are missing, one line for each place
   */
  record Report(
      int rank,
      LocalDate day,
      String kept,
      LocalDate until,
      Map<String, String> figures,
      List<String> wanted)
      implements ToOrganiser {
    public Report {
      figures = Map.copyOf(figures);
      wanted = List.copyOf(wanted);
    }
  }

  /**
   * What a run proposes.
   *
   * @param run the name under which the organisers may agree to it
   */
  record Proposals(int rank, LocalDate day, String run, Map<String, String> figures)
      implements ToOrganiser {
    public Proposals {
      figures = Map.copyOf(figures);
    }
  }
}
