package fr.vismonjob.delivery;

import fr.vismonjob.mail.About;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Welcome;
import java.util.List;

/**
 * The letter about a cancelled pair. The partner's name and address may be erased already.
 *
 * @param welcome the hours of the day that is off
 */
public record CalledOffLetter(
    Letterhead head, Registration recipient, About.CalledOff about, Pair pair, Welcome welcome)
    implements Letter.Personal {

  public CalledOffLetter {
    Pointless.unless(pair.status() == PairStatus.ANNULE, "le binôme n’est pas annulé");
  }

  @Override
  public List<CalendarEntry> calendar() {
    return List.of(
        CalendarEntry.ofPair(head.edition(), pair, false, welcome, CalendarEntry.both(pair))
            .cancelled());
  }

  /** The partner's name; empty if it is erased already. */
  public String partnerName() {
    return pair.side(recipient.role().other()).fullName();
  }

  /** Whether the reader has other pairs that will meet. */
  public boolean others() {
    return !recipient.pairs().isEmpty();
  }

  /** Whether the reader has room for another partner. */
  public boolean waiting() {
    return recipient.hasRoom();
  }
}
