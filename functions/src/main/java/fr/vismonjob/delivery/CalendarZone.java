package fr.vismonjob.delivery;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Collectors;

/** The rules of a time zone, for calendars that do not know it by name (RFC 5545, VTIMEZONE). */
final class CalendarZone {
  /** From then on the rules of all our zones are those of today. */
  private static final int FROM = 2010;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  private CalendarZone() {}

  /** A calendar that holds nothing but the zone. */
  static String text(ZoneId zone) {
    return """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Vis mon job//FR
    BEGIN:VTIMEZONE
    TZID:%s
    %sEND:VTIMEZONE
    END:VCALENDAR
    """
        .formatted(zone.getId(), observances(zone.getRules()));
  }

  private static String observances(ZoneRules rules) {
    List<ZoneOffsetTransitionRule> changes = rules.getTransitionRules();
    if (changes.isEmpty()) {
      LocalDateTime start = LocalDateTime.of(FROM, 1, 1, 0, 0);
      ZoneOffset offset = rules.getOffset(start);
      return observance("STANDARD", offset, offset, start, "");
    }
    return changes.stream().map(CalendarZone::observance).collect(Collectors.joining());
  }

  private static String observance(ZoneOffsetTransitionRule rule) {
    ZoneOffsetTransition first = rule.createTransition(FROM);
    return observance(
        rule.getOffsetAfter().equals(rule.getStandardOffset()) ? "STANDARD" : "DAYLIGHT",
        rule.getOffsetBefore(),
        rule.getOffsetAfter(),
        first.getDateTimeBefore(),
        "RRULE:FREQ=YEARLY;BYDAY=%d%s;BYMONTH=%d\n"
            .formatted(
                weekOfMonth(rule),
                rule.getDayOfWeek().name().substring(0, 2),
                rule.getMonth().getValue()));
  }

  /** The first week begins on day 1, the second on day 8; the last one is -1. */
  private static int weekOfMonth(ZoneOffsetTransitionRule rule) {
    int firstDay = rule.getDayOfMonthIndicator();
    boolean isLast = firstDay < 0 || firstDay + 6 == rule.getMonth().maxLength();
    return isLast ? -1 : (firstDay + 6) / 7;
  }

  private static String observance(
      String kind, ZoneOffset before, ZoneOffset after, LocalDateTime start, String rule) {
    return """
    BEGIN:%s
    TZOFFSETFROM:%s
    TZOFFSETTO:%s
    DTSTART:%s
    %sEND:%s
    """
        .formatted(kind, offset(before), offset(after), TIME.format(start), rule, kind);
  }

  private static String offset(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
  }
}
