package fr.vismonjob.delivery;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.Reminder;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.SiteAddress;
import fr.vismonjob.mail.MailKind;
import java.time.LocalDate;

/**
 * What every letter is written with.
 *
 * @param today the day on which it leaves: what is over by then is not promised
 */
public record Letterhead(
    MailKind kind, Edition edition, SiteAddress site, Keyed keyed, LocalDate today) {

  /** Refuses a reminder of a meeting if the last day for it is over. */
  void refuseIfLate(LocalDate meeting) {
    Pointless.unless(
        Reminder.ofCode(kind.code()).filter(reminder -> reminder.isOver(meeting, today)).isEmpty(),
        "il est trop tard pour ce rappel");
  }

  IllegalStateException wordless() {
    return new IllegalStateException("no words for a mail " + kind + " in this type of letter");
  }
}
