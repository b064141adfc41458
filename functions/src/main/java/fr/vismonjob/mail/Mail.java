package fr.vismonjob.mail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A mail to be sent once: what it is about and for whom, not its text, which is composed from the
 * state at sending.
 *
 * @param key says what, for which registration or pair; a second mail of the same key is never
 *     sent. Never an address.
 * @param registration the recipient's registration, or the edition for the organisers' report
 * @param details what composing needs beyond the registration: {@code binome}, {@code seance},
 *     {@code sequence}, {@code cause}… The names are the table's attribute names.
 */
public record Mail(
    String key,
    MailKind kind,
    String registration,
    Departure departure,
    Instant createdAt,
    Map<String, String> details) {

  public Mail {
    details = Map.copyOf(details);
  }

  /**
   * A mail that leaves at once; {@code occasion} tells this one from others of its kind to the same
   * registration.
   */
  public static Mail immediate(
      MailKind kind,
      String registration,
      String occasion,
      Instant now,
      Map<String, String> details) {
    return of(Departure.IMMEDIATE, kind, registration, occasion, now, details);
  }

  /** A mail that leaves with the workflow's batches. */
  public static Mail campaign(
      MailKind kind,
      String registration,
      String occasion,
      Instant now,
      Map<String, String> details) {
    return of(Departure.CAMPAIGN, kind, registration, occasion, now, details);
  }

  public static Mail of(
      Departure departure,
      MailKind kind,
      String registration,
      String occasion,
      Instant now,
      Map<String, String> details) {
    String key = kind.code() + "/" + registration + "/" + occasion;
    return new Mail(key, kind, registration, departure, now, details);
  }

  public Optional<String> detail(String name) {
    return Optional.ofNullable(details.get(name));
  }

  /** A detail that every mail of this kind is queued with. */
  public String requiredDetail(String name) {
    return detail(name)
        .orElseThrow(() -> new IllegalStateException("détail « " + name + " » absent du mail"));
  }
}
