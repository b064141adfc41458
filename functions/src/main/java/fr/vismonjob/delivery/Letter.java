package fr.vismonjob.delivery;

import fr.vismonjob.mail.MailKind;
import java.util.Optional;

/**
 * A mail as it is to arrive: one recipient, one subject, the same words as text and as HTML, maybe
 * a calendar entry.
 */
record Letter(
    String key,
    MailKind kind,
    String from,
    String to,
    String subject,
    String text,
    String html,
    Optional<CalendarEntry> calendar) {}
