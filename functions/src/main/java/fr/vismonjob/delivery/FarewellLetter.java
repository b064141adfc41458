package fr.vismonjob.delivery;

import fr.vismonjob.mail.About;
import java.util.List;

/** The last letter to a person whose data is erased. */
public record FarewellLetter(Letterhead head, About.Farewell about, List<CalendarEntry> calendar)
    implements Letter {

  public FarewellLetter {
    Pointless.unless(
        about.addressee().isPresent(), "l’adresse n’est plus connue ou ne reçoit plus de mails");
    calendar = List.copyOf(calendar);
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
}
