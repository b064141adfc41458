package fr.vismonjob.delivery;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Status;
import fr.vismonjob.templates.html.mail.JteretraitGenerated;
import java.util.List;

/** The letter that confirms a withdrawal. */
public record WithdrawalLetter(Letterhead head, Registration recipient, VacatedEntries vacated)
    implements PersonalLetter {

  public WithdrawalLetter {
    Pointless.unless(recipient.status() == Status.RETIREE, STATUS_CHANGED);
  }

  @Override
  public Words words() {
    return new Words(
        "Vous ne participez plus à Vis mon job",
        "Votre retrait est bien enregistré.",
        out -> JteretraitGenerated.render(out, null, this),
        out -> fr.vismonjob.templates.text.mail.JteretraitGenerated.render(out, null, this));
  }

  @Override
  public List<CalendarEntry> calendar() {
    return vacated.cancellations(
        head.edition(), recipient.id(), recipient.number(), CalendarEntry.attendee(recipient));
  }

  /** Whether the person may register again. */
  public boolean open() {
    return head.edition().isRegistrationOpen(head.today());
  }

  public String registrationUntil() {
    return FrenchDates.day(head.edition().registrationUntil());
  }
}
