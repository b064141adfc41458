package fr.vismonjob.delivery;

import fr.vismonjob.mail.About;
import java.util.List;

/** The last letter to a person whose data is erased. */
public record FarewellLetter(Letterhead head, About.Addressee leaving, List<CalendarEntry> calendar)
    implements Letter {

  public FarewellLetter {
    calendar = List.copyOf(calendar);
  }

  @Override
  public Envelope envelope() {
    return new Envelope(
        leaving.address(), Typed.line(leaving.firstName()), Envelope.Why.ERASED, "");
  }
}
