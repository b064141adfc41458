package fr.vismonjob.delivery;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.Due;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The letter about the recipient's own registration.
 *
 * @param offered coaching slots with seats left, for the letter that offers them
 */
public record OwnLetter(
    Letterhead head, Registration recipient, About.Own about, List<CoachingSlot> offered)
    implements Letter.Personal {
  private static final Set<MailKind> WITHOUT_PARTNER =
      EnumSet.of(MailKind.WIDEN, MailKind.NO_PAIR, MailKind.NO_PAIR_FINAL);
  private static final int SLOTS_SHOWN = 8;

  public OwnLetter {
    MailKind kind = head.kind();
    boolean toConfirm = kind == MailKind.CONFIRMATION || kind == MailKind.NUDGE;
    Pointless.unless(
        toConfirm ? recipient.status() == Status.A_CONFIRMER : recipient.isActive(),
        STATUS_CHANGED);
    Pointless.unless(
        kind != MailKind.NUDGE || head.edition().isRegistrationOpen(head.today()),
        "les inscriptions sont closes");
    Pointless.unless(
        !WITHOUT_PARTNER.contains(kind) || recipient.pairs().isEmpty(), "la personne a un binôme");
    // Advice for the first run makes no sense once that day has come.
    Pointless.unless(
        kind != MailKind.WIDEN || head.today().isBefore(head.edition().firstMatching()),
        "les premiers binômes sont formés");
    offered = List.copyOf(offered);
  }

  /** The address of the page that erases the registration. */
  public String eraseUrl() {
    return page("inscription") + "?action=supprimer";
  }

  /** When the registration is erased if nobody confirms it. */
  public String forgottenOn() {
    LocalDate forgotten = Due.forgottenOn(recipient.registeredAt());
    LocalDate erased = head.edition().erasureDay();
    return FrenchDates.day(forgotten.isBefore(erased) ? forgotten : erased);
  }

  /** The first of the offered slots, in words. */
  public List<String> slots() {
    return offered.stream()
        .limit(SLOTS_SHOWN)
        .map(slot -> FrenchDates.hours(slot.start(), slot.end()))
        .toList();
  }

  /** How many more slots are offered. */
  public int moreSlots() {
    return Math.max(0, offered.size() - SLOTS_SHOWN);
  }
}
