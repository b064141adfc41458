package fr.vismonjob.mail;

import java.time.Instant;

/**
 * A mail to be sent once: what it is about, and for whom. Its text is written when it is sent, from
 * the state at that time.
 *
 * @param key names the kind of mail, and the registration or pair; no two mails have the same
 *     ({@link MailTable#queue}). It never holds an address.
 * @param registration the recipient's registration, or the edition for organisers and for the next
 *     one's news
 */
public record Mail(
    String key,
    MailKind kind,
    String registration,
    Departure departure,
    Instant createdAt,
    About about) {

  /**
   * How a mail is sent: at once through the table's stream, or in a workflow's batches at the rate
   * that SES allows.
   */
  public enum Departure {
    IMMEDIATE("IMMEDIAT"),
    CAMPAIGN("CAMPAGNE");

    private final String code;

    Departure(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * A mail that is sent at once; {@code occasion} gives a key of its own to each mail of one kind
   * to the same registration.
   */
  public static Mail immediate(
      MailKind kind, String registration, String occasion, Instant now, About about) {
    return of(Departure.IMMEDIATE, kind, registration, occasion, now, about);
  }

  /** A mail that is sent in the workflow's batches. */
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

  /** The same under a key of its own. */
  Mail again() {
    String next = key + "/" + createdAt.toEpochMilli();
    return new Mail(next, kind, registration, departure, createdAt, about);
  }
}
