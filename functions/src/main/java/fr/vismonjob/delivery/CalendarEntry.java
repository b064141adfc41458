package fr.vismonjob.delivery;

import fr.vismonjob.delivery.CalendarEntry.Attendee;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * One meeting as calendars exchange it (RFC 5546).
 *
 * @param cancelled METHOD:CANCEL, else METHOD:REQUEST
 * @param uid the same for all messages about this meeting
 * @param sequence rises with each change
 */
record CalendarEntry(
    boolean cancelled,
    String uid,
    long sequence,
    String organizer,
    List<Attendee> attendees,
    ZonedDateTime start,
    ZonedDateTime end,
    String summary,
    String location,
    String description) {

  record Attendee(String name, String address) {}

  CalendarEntry {
    attendees = List.copyOf(attendees);
  }

  String method() {
    return cancelled ? "CANCEL" : "REQUEST";
  }
}
