package fr.vismonjob.delivery;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;

/**
 * Writes a calendar entry as iCalendar text (RFC 5545), in Paris time and with the rules of its
 * time zone.
 */
final class CalendarText {
  private static final String ZONE = "Europe/Paris";

  private CalendarText() {}

  static String of(CalendarEntry entry, Instant now) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Vis mon job//FR");
    calendar.setMethod(new Method(entry.method()));
    calendar
        .getTimezoneInfo()
        .setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(ZONE), paris()));
    calendar.addEvent(event(entry, now));
    return Biweekly.write(calendar).go();
  }

  private static VEvent event(CalendarEntry entry, Instant now) {
    VEvent event = new VEvent();
    event.setUid(entry.uid());
    event.setDateTimeStamp(Date.from(now));
    event.setSequence(Math.toIntExact(entry.sequence()));
    event.setDateStart(Date.from(entry.start().toInstant()));
    event.setDateEnd(Date.from(entry.end().toInstant()));
    event.setSummary(entry.summary());
    event.setLocation(entry.location());
    event.setDescription(entry.description());
    event.setStatus(entry.cancelled() ? Status.cancelled() : Status.confirmed());
    event.setTransparency(Transparency.opaque());
    event.setOrganizer(new Organizer("Vis mon job", entry.organizer()));
    entry.attendees().forEach(attendee -> event.addAttendee(attendee(attendee)));
    return event;
  }

  private static Attendee attendee(CalendarEntry.Attendee entry) {
    Attendee attendee = new Attendee(parameter(entry.name()), entry.address());
    attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
    attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
    // Calendars would send answers to the organizer's address, where no calendar program reads
    // them.
    attendee.setRsvp(false);
    return attendee;
  }

  /** A parameter cannot hold a double quote (RFC 5545 §3.2). */
  private static String parameter(String name) {
    return name.replace('"', '\'');
  }

  /**
   * Directive 2000/84/EC: summer time from the last Sunday of March to the last Sunday of October,
   * at 01:00 UTC.
   */
  private static VTimezone paris() {
    VTimezone zone = new VTimezone(ZONE);
    zone.addStandardTime(observance(new StandardTime(), 2, 1, 10, 3));
    zone.addDaylightSavingsTime(observance(new DaylightSavingsTime(), 1, 2, 3, 2));
    return zone;
  }

  private static <T extends Observance> T observance(
      T observance, int hoursBefore, int hoursAfter, int month, int localHour) {
    int lastSunday1996 = month == 10 ? 27 : 31;
    observance.setTimezoneOffsetFrom(new UtcOffset(true, hoursBefore, 0));
    observance.setTimezoneOffsetTo(new UtcOffset(true, hoursAfter, 0));
    observance.setDateStart(
        new DateTimeComponents(1996, month, lastSunday1996, localHour, 0, 0, false));
    observance.setRecurrenceRule(
        new Recurrence.Builder(Frequency.YEARLY)
            .byMonth(month)
            .byDay(-1, DayOfWeek.SUNDAY)
            .build());
    observance.addTimezoneName(hoursAfter == 2 ? "CEST" : "CET");
    return observance;
  }
}
