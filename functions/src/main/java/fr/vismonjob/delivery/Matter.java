package fr.vismonjob.delivery;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.mail.CalledOffBy;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Registration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a mail is about, as it stands at sending. */
sealed interface Matter {
  Edition edition();

  /**
   * The person's own registration.
   *
   * @param slots coaching slots with seats left, for the mail that offers them; else empty
   * @param cause why there is no partner, in words; may be empty
   * @param advice what would help, in words; may be empty
   */
  record Own(
      Edition edition,
      Registration recipient,
      List<CoachingSlot> slots,
      String cause,
      String advice)
      implements Matter {}

  /** A coaching seat, booked or given back. */
  record Seat(Edition edition, Registration recipient, CoachingSlot slot, long sequence)
      implements Matter {}

  /** A pair that is on, and the partner in it. */
  record Meeting(
      Edition edition, Registration recipient, Pair pair, Registration partner, long sequence)
      implements Matter {}

  /**
   * A pair that is off; the partner's name and address may be gone already.
   *
   * @param by who called it off, as the recipient sees it
   */
  record CalledOff(
      Edition edition, Registration recipient, Pair pair, CalledOffBy by, long sequence)
      implements Matter {}

  /** Somebody's withdrawal. */
  record Withdrawal(Edition edition, Registration recipient, Vacated vacated) implements Matter {}

  /**
   * A last word to somebody whose registration is gone.
   *
   * @param registration which it was
   * @param number that registration's number
   */
  record Farewell(
      Edition edition,
      String registration,
      long number,
      String address,
      String firstName,
      Vacated vacated)
      implements Matter {}

  /**
   * What somebody's leaving takes out of their calendar.
   *
   * @param pairs those that it called off, and for somebody erased those that were off before
   * @param seat the coaching slot in which it gave a seat back
   * @param seatSequence SEQUENCE of the calendar entry about that seat
   */
  record Vacated(List<Pair> pairs, Optional<CoachingSlot> seat, long seatSequence) {
    boolean isNothing() {
      return pairs.isEmpty() && seat.isEmpty();
    }
  }

  /**
   * An edition's figures for one of its organisers.
   *
   * @param wanted where hosts are missing, a line each
   * @param kept which report has it all, such as {@code 2026/2026-11-10/3f1c7a52}
   * @param until the last day of that report's address
   */
  record Report(
      Edition edition,
      String address,
      LocalDate day,
      Map<String, String> figures,
      List<String> wanted,
      String kept,
      LocalDate until)
      implements Matter {}
}
