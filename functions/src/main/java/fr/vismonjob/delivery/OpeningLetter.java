package fr.vismonjob.delivery;

import fr.vismonjob.subscription.Subscription;

/** The letter to somebody who wanted to be told of the next edition. */
public record OpeningLetter(Letterhead head, Subscription wish) implements Letter {
  public OpeningLetter {
    Pointless.unless(
        !head.today().isAfter(head.edition().registrationUntil()), "les inscriptions sont closes");
  }

  @Override
  public Envelope envelope() {
    return new Envelope(
        wish.address(),
        "",
        Envelope.Why.SUBSCRIBED,
        head.site().personal("prochaine", wish.link()));
  }
}
