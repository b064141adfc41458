package fr.vismonjob.pairing;

import java.util.Optional;

/**
 * How calendars know the entries about a pair's day again: by their UID, and the latest by its
 * SEQUENCE (RFC 5545). The SEQUENCE is the pair's own {@code sequence} plus {@code ahead}; neither
 * ever falls.
 *
 * @param inherited the UID, if the entry was first that of another pair
 * @param ahead rises when the entry changes but not the pair, as with a new welcome
 */
public record CalendarIdentity(Optional<String> inherited, long ahead) {
  /** That of a pair whose entry nobody has seen. */
  static CalendarIdentity own() {
    return new CalendarIdentity(Optional.empty(), 0);
  }

  /** That of a new pair which goes on with this pair's entry, under a higher SEQUENCE. */
  static CalendarIdentity goingOnWith(Pair former) {
    return new CalendarIdentity(Optional.of(former.calendarUid()), former.calendarSequence() + 1);
  }

  /** That of the same entry with other content. */
  CalendarIdentity raised() {
    return new CalendarIdentity(inherited, ahead + 1);
  }
}
