package fr.vismonjob.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a queued mail is about: ids, numbers, days and words, not the people themselves. */
public sealed interface About {
  /** A registration as it was when the mail was queued. */
  sealed interface OfRegistration extends About {
    /** The registration's number: the mail is void once the person has registered anew. */
    long number();
  }

  /**
   * The person's own registration.
   *
   * @param cause why there is no partner, in words; empty where the mail does not tell of that
   * @param advice what would help, in words; may be empty
   */
  record Own(long number, String cause, String advice) implements OfRegistration {
    public Own(long number) {
      this(number, "", "");
    }
  }

  /**
   * A coaching seat.
   *
   * @param sequence of the calendar entry; a reminder has none
   */
  record Seat(long number, String slot, Optional<Long> sequence) implements OfRegistration {}

  /**
   * A pair that is on.
   *
   * @param sequence of the change that the mail tells of, if it tells of one
   * @param date on which the pair was to meet then, if the mail is about that day
   */
  record Meeting(long number, String pair, Optional<Long> sequence, Optional<LocalDate> date)
      implements OfRegistration {}

  /** A pair that is off. */
  record CalledOff(long number, String pair, long sequence, CalledOffBy by)
      implements OfRegistration {}

  /** A person's withdrawal. */
  record Withdrawal(long number, Vacated vacated) implements OfRegistration {}

  /**
   * A person's erasure, after which no registration tells whom the mail is for.
   *
   * @param addressee empty if nothing is sent to that person, and once the mail is settled
   */
  record Farewell(long number, String edition, Optional<Addressee> addressee, Vacated vacated)
      implements About {}

  record Addressee(String address, String firstName) {}

  /**
   * What leaving takes out of a person's calendar.
   *
   * @param pairs ids of those called off by it, and for somebody erased those that were off before
   */
  record Vacated(List<String> pairs, Optional<GivenBack> seat) {
    public Vacated {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * A coaching seat given back.
   *
   * @param sequence of the calendar entry that takes it out
   */
  record GivenBack(String slot, long sequence) {}

  /**
   * An edition's figures, for one of its organisers.
   *
   * @param rank the organiser's place in the edition's list, so that the address is not kept
   * @param kept which report has it all, such as {@code 2026/2026-11-10/3f1c7a52}
   * @param until the last day of that report's address
   * @param figures by the names that they have in the report
   * @param wanted where hosts are missing, a line each
   */
  record Report(
      int rank,
      LocalDate day,
      String kept,
      LocalDate until,
      Map<String, String> figures,
      List<String> wanted)
      implements About {
    public Report {
      figures = Map.copyOf(figures);
      wanted = List.copyOf(wanted);
    }
  }
}
