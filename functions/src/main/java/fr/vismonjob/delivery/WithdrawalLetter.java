package fr.vismonjob.delivery;

import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Status;
import java.util.List;

/**
 * The letter that confirms a withdrawal.
 *
 * @param again whether the person has registered again since; then the letter only takes out of the
 *     calendar what the earlier registration has put there
 */
public record WithdrawalLetter(
    Letterhead head, Registration recipient, boolean again, List<CalendarEntry> calendar)
    implements Letter.Personal {

  public WithdrawalLetter {
    Pointless.unless(
        again ? !calendar.isEmpty() : recipient.status() == Status.RETIREE, STATUS_CHANGED);
    calendar = List.copyOf(calendar);
  }

  /** Whether the person may register again. */
  public boolean open() {
    return head.edition().isRegistrationOpen(head.today());
  }
}
