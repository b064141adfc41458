package fr.vismonjob.delivery;

import fr.vismonjob.mail.MailKind;
import java.util.List;

/**
 * A mail as it is to arrive: one recipient, one subject, the same words as text and as HTML, maybe
 * calendar entries.
 */
record Letter(
    String key,
    MailKind kind,
    String from,
    String to,
    String subject,
    String text,
    String html,
    List<CalendarEntry> calendar) {
  Letter {
    calendar = List.copyOf(calendar);
  }
}
