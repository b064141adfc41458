package fr.vismonjob.delivery;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.subscription.Subscription;
import java.util.Optional;

/** The letter to somebody who wanted to be told of the next edition. */
public record OpeningLetter(Letterhead head, Subscription wish) implements Letter {
  public OpeningLetter {
    Pointless.unless(
        !head.today().isAfter(head.edition().registrationUntil()), "les inscriptions sont closes");
  }

  @Override
  public String to() {
    return wish.address();
  }

  @Override
  public Why why() {
    return Why.SUBSCRIBED;
  }

  @Override
  public Optional<String> leaveUrl() {
    return Optional.of(head.site().personal("prochaine", wish.link()));
  }

  public String edition() {
    return head.edition().id();
  }

  public String registrationFrom() {
    return FrenchDates.day(head.edition().registrationFrom());
  }

  public String registrationUntil() {
    return FrenchDates.day(head.edition().registrationUntil());
  }
}
