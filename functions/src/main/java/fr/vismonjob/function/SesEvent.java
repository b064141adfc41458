package fr.vismonjob.function;

import fr.vismonjob.delivery.MailTag;
import fr.vismonjob.delivery.RejectionWords;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.json.Json;
import fr.vismonjob.mail.Rejection;
import fr.vismonjob.mail.Rejection.Gravity;
import fr.vismonjob.registration.Reachability;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from SES's reports, which a topic delivers, which mails were rejected. Of addresses only
 * the recipient's is read; the words of servers are not. Reads both of SES's formats: events of a
 * configuration set and notifications of an identity.
 */
final class SesEvent {
  private SesEvent() {}

  /**
   * @param today the day for a report without a day
   */
  static List<Rejection> rejections(Map<String, Object> snsEvent, LocalDate today) {
    return list(snsEvent.get("Records")).stream()
        .map(sns -> text(object(object(sns).get("Sns")).get("Message")))
        .flatMap(message -> rejection(message, today).stream())
        .toList();
  }

  /**
   * Reads one report; empty for deliveries, for reports that tell of no rejection, and for messages
   * that are no report, such as SES's first message to a topic.
   */
  private static Optional<Rejection> rejection(String message, LocalDate today) {
    Map<?, ?> report;
    try {
      report = Json.readObject(message.getBytes(StandardCharsets.UTF_8));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
    Map<?, ?> mail = object(report.get("mail"));
    String type = text(report.get("eventType")) + text(report.get("notificationType"));
    return switch (text(mail.get("messageId")).isEmpty() ? "" : type) {
      case "Bounce" -> {
        Map<?, ?> bounce = object(report.get("bounce"));
        String subType = text(bounce.get("bounceSubType"));
        boolean permanent = text(bounce.get("bounceType")).equals("Permanent");
        yield !permanent && isUnexplained(bounce, subType)
            ? Optional.empty()
            : Optional.of(
                rejection(
                    mail,
                    permanent ? Gravity.DEFINITIF : Gravity.TEMPORAIRE,
                    permanent
                        ? RejectionWords.permanent(subType)
                        : RejectionWords.transitory(subType),
                    day(bounce).orElse(today)));
      }
      case "Complaint" -> {
        Map<?, ?> complaint = object(report.get("complaint"));
        // RFC 6430: somebody took a mail out of the spam folder.
        boolean isPraise = text(complaint.get("complaintFeedbackType")).equals("not-spam");
        // Nobody has complained this time: SES has not sent the mail.
        boolean isSuppressed =
            text(complaint.get("complaintSubType")).equals("OnAccountSuppressionList");
        yield isPraise
            ? Optional.empty()
            : Optional.of(
                rejection(
                    mail,
                    isSuppressed ? Gravity.DEFINITIF : Gravity.PLAINTE,
                    isSuppressed ? RejectionWords.SUPPRESSED_BY_US : Reachability.COMPLAINT,
                    day(complaint).orElse(today)));
      }
      default -> Optional.empty();
    };
  }

  private static Rejection rejection(
      Map<?, ?> mail, Gravity gravity, String reason, LocalDate day) {
    return new Rejection(
        text(mail.get("messageId")),
        key(mail),
        list(mail.get("destination")).stream().map(SesEvent::text).toList(),
        gravity,
        reason,
        day);
  }

  /**
   * Whether no server says that it refused the mail. SES reports answers of absence so as well, and
   * then the mail has arrived.
   */
  private static boolean isUnexplained(Map<?, ?> bounce, String subType) {
    return Set.of("", "General", "Undetermined").contains(subType)
        && list(bounce.get("bouncedRecipients")).stream()
            .allMatch(recipient -> text(object(recipient).get("diagnosticCode")).isBlank());
  }

  private static Optional<String> key(Map<?, ?> mail) {
    return list(object(mail.get("tags")).get(MailTag.NAME)).stream()
        .map(SesEvent::text)
        .flatMap(tag -> MailTag.key(tag).stream())
        .findFirst();
  }

  private static Optional<LocalDate> day(Map<?, ?> part) {
    try {
      return Optional.of(FrenchDates.dayOf(Instant.parse(text(part.get("timestamp")))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<?, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }
}
