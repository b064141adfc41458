package fr.vismonjob.delivery;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Welcome;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The letter about a pair that will meet or has met, to one of the two.
 *
 * @param other the partner's registration; empty if it is erased
 */
public record MeetingLetter(
    Letterhead head,
    Registration recipient,
    About.Meeting about,
    Pair pair,
    Optional<Registration> other)
    implements Letter.Personal {
  private static final Set<MailKind> WITH_ENTRY =
      EnumSet.of(MailKind.PAIR, MailKind.WELCOME, MailKind.DATE_AGREED, MailKind.RELAY_TAKEN);

  /** The hour in Paris at which reminders leave. */
  private static final LocalTime REMINDED_AT = LocalTime.of(7, 0);

  public MeetingLetter {
    // Once one of the two has given feedback the pair's status is final, but the other is still
    // asked.
    Pointless.unless(
        head.kind() == MailKind.FEEDBACK ? pair.status() != PairStatus.ANNULE : pair.isOn(),
        "le binôme n’a plus lieu");
    Pointless.unless(
        about.date().orElse(pair.date()).equals(pair.date()), "la date du binôme a changé depuis");
    head.refuseIfLate(pair.date());
    Pointless.unless(
        head.kind() != MailKind.WELCOME || pair.isAhead(head.today()), "la journée est passée");
    // An agreed day stays while others are proposed. A proposal ends with the next one.
    if (head.kind() == MailKind.DATES_PROPOSED) {
      Pointless.unless(
          about.sequence().orElse(pair.state().sequence()) == pair.state().sequence(),
          "les dates ont changé depuis");
      Pointless.unless(
          pair.state().proposedBy().equals(Optional.of(recipient.role().other())),
          "la proposition n’attend plus de réponse");
      // Who leaves after the day keeps the pair.
      Pointless.unless(
          recipient.isActive() && other.filter(Registration::isActive).isPresent(),
          "l’une des deux personnes ne participe plus");
    }
    Pointless.unless(
        other.isPresent() || head.kind() == MailKind.FEEDBACK,
        "l’inscription du binôme n’existe plus");
  }

  @Override
  public List<CalendarEntry> calendar() {
    return WITH_ENTRY.contains(head.kind())
        ? List.of(
            CalendarEntry.ofPair(
                head.edition(), pair, hasMoved(), welcome(), CalendarEntry.both(pair)))
        : List.of();
  }

  /** Where and how the ambassador of the two receives the other. */
  public Welcome welcome() {
    return host().welcome();
  }

  private Registration host() {
    return toAmbassador() ? recipient : partner();
  }

  /** The commune where the two meet, in words. */
  public String place() {
    return pair.workplace().place(hasMoved());
  }

  private boolean hasMoved() {
    return pair.workplace().isLeftBy(host());
  }

  /** From when to when the two meet, in words. */
  public String hours() {
    return pair.workplace().hours().fromTo(welcome());
  }

  /** Whether the two are still to meet on the pair's day, or have missed it and want another. */
  public boolean isAhead() {
    return pair.isAhead(head.today());
  }

  /**
   * Whether it is still the day before today where the two meet, when a reminder of the morning
   * arrives: « demain » would be read as the wrong day.
   */
  public boolean isYesterdayThere() {
    return head.today()
        .atTime(REMINDED_AT)
        .atZone(FrenchDates.PARIS)
        .withZoneSameInstant(pair.workplace().hours().zone())
        .toLocalDate()
        .isBefore(head.today());
  }

  public Registration partner() {
    return other.orElseThrow();
  }

  /** The partner's name for the subject. */
  public String shortName() {
    return Typed.name(partner().person().fullName());
  }

  /** A student's access needs, for the host alone; may be blank. */
  public String needs() {
    return toAmbassador() ? partner().person().needs() : "";
  }
}
