package fr.vismonjob.delivery;

import biweekly.property.Attendee;
import fr.vismonjob.mail.About;
import fr.vismonjob.templates.html.mail.JteeffaceGenerated;
import java.util.List;

/**
 * The last letter to a person whose data is erased.
 *
 * @param registration id of the erased registration
 */
public record FarewellLetter(
    Letterhead head, String registration, About.Farewell about, VacatedEntries vacated)
    implements Letter {

  public FarewellLetter {
    Pointless.unless(
        about.addressee().isPresent(), "l’adresse n’est plus connue ou ne reçoit plus de mails");
  }

  @Override
  public String to() {
    return about.addressee().orElseThrow().address();
  }

  @Override
  public String firstName() {
    return Typed.line(about.addressee().orElseThrow().firstName());
  }

  @Override
  public Why why() {
    return Why.ERASED;
  }

  @Override
  public Words words() {
    return new Words(
        "Vos données ont été effacées",
        "Vis mon job ne garde plus rien sur vous. C’est notre dernier message.",
        out -> JteeffaceGenerated.render(out, null, this),
        out -> fr.vismonjob.templates.text.mail.JteeffaceGenerated.render(out, null, this));
  }

  @Override
  public List<CalendarEntry> calendar() {
    Attendee leaving = CalendarEntry.attendee(firstName(), to());
    return vacated.cancellations(head.edition(), registration, about.number(), leaving);
  }
}
