package fr.vismonjob.registration;

import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import java.time.Instant;

/** The mail with a person's link: to the page that confirms, as long as that is not done. */
public final class LinkMail {
  private LinkMail() {}

  /**
   * @param occasion gives each such mail a key of its own
   */
  public static Mail to(Registration person, long occasion, Instant now) {
    return Mail.immediate(
        person.status() == Status.A_CONFIRMER ? MailKind.CONFIRMATION : MailKind.LINK,
        person.id(),
        Long.toString(occasion),
        now,
        new About.Own(person.number()));
  }
}
