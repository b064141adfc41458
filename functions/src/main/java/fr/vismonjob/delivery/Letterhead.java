package fr.vismonjob.delivery;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.Reminder;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.SiteAddress;
import fr.vismonjob.mail.MailKind;
import java.time.LocalDate;

/**
 * What all letters have in common.
 *
 * @param today the day of sending; letters promise nothing that is over by then
 */
public record Letterhead(
    MailKind kind, Edition edition, SiteAddress site, Keyed keyed, LocalDate today) {

  /** Throws {@link Pointless} if it is too late for a reminder of this meeting. */
  void refuseIfLate(LocalDate meeting) {
    Pointless.unless(
        Reminder.ofCode(kind.code()).filter(reminder -> reminder.isOver(meeting, today)).isEmpty(),
        "il est trop tard pour ce rappel");
  }

  /**
   * @throws Pointless if the edition has no organiser of that rank any more
   */
  void refuseWithoutOrganiser(int rank) {
    Pointless.unless(rank < edition.organisers().size(), "l’édition compte moins d’organisateurs");
  }
}
