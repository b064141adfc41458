package fr.vismonjob.mail;

import java.time.Instant;

/**
 * A mail to be sent once: what it is about and for whom, not its text, which is written from the
 * state at sending.
 *
 * @param key says what, for which registration or pair; a second mail of the same key is never
 *     sent. Never an address.
 * @param registration the recipient's registration, or the edition for the organisers' report
 */
public record Mail(
    String key,
    MailKind kind,
    String registration,
    Departure departure,
    Instant createdAt,
    About about) {

  /**
   * A mail that leaves at once; {@code occasion} tells this one from others of its kind to the same
   * registration.
   */
  public static Mail immediate(
      MailKind kind, String registration, String occasion, Instant now, About about) {
    return of(Departure.IMMEDIATE, kind, registration, occasion, now, about);
  }

  /** A mail that leaves with the workflow's batches. */
  public static Mail campaign(
      MailKind kind, String registration, String occasion, Instant now, About about) {
    return of(Departure.CAMPAIGN, kind, registration, occasion, now, about);
  }

  public static Mail of(
      Departure departure,
      MailKind kind,
      String registration,
      String occasion,
      Instant now,
      About about) {
    String key = kind.code() + "/" + registration + "/" + occasion;
    return new Mail(key, kind, registration, departure, now, about);
  }
}
