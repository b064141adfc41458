package fr.vismonjob.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One person's registration in one role for one edition.
 *
 * @param id keyed hash of edition, role and address: registering twice meets the same item
 * @param number rises each time the person registers anew; links and mail keys made under an older
 *     one are dead
 * @param revision rises each time the person changes what matters to a pairing
 * @param dates the days on which the person is free, in order
 * @param seat the coaching slot booked, if any
 * @param calendarSequence SEQUENCE of the latest calendar entry sent about the coaching seat
 * @param pairs keys of the pairs the person is in now
 * @param partners full names of the partners in those pairs, in the same order
 */
public record Registration(
    String id,
    String edition,
    Status status,
    long number,
    long revision,
    Person person,
    Place place,
    List<LocalDate> dates,
    Details details,
    Instant registeredAt,
    Optional<String> seat,
    long calendarSequence,
    List<String> pairs,
    List<String> partners) {

  public Registration {
    dates = dates.stream().sorted().distinct().toList();
    pairs = List.copyOf(pairs);
    partners = List.copyOf(partners);
  }

  public Role role() {
    return details.role();
  }

  public boolean isActive() {
    return status.isActive();
  }

  /** Whether the person could still be given a partner. */
  public boolean hasRoom() {
    return isActive() && pairs.size() < details.capacity();
  }
}
