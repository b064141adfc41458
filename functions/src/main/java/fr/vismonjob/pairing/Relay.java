package fr.vismonjob.pairing;

import fr.vismonjob.registration.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the ambassador of a pair has asked a colleague: to host the student in their place. It
 * stands in the pair's item until the colleague answers, another is asked or the pair ends (ADR
 * 24).
 *
 * @param address the colleague's; empty once the pair has ended
 * @param colleague the id of the registration that this address has, or would get
 * @param at when; it tells this request from any other one about the pair
 */
public record Relay(String pair, Optional<String> address, String colleague, Instant at) {
  /** Whoever presses the button twice, or in two tabs, asks once. */
  private static final Duration SAME_REQUEST = Duration.ofMinutes(5);

  /** Tells this request's mails from those of others about the same pair. */
  String occasion() {
    return pair + "-" + at.toEpochMilli();
  }

  /** Whether it was asked of this person, in whatever role the person has that address now. */
  boolean isAskedOf(Registration person) {
    return colleague.equals(person.id())
        || address.filter(person.person().address()::equals).isPresent();
  }

  /** Whether asking this address now would only repeat it. */
  boolean isRepeatedBy(String other, Instant now) {
    return address.filter(other::equals).isPresent() && now.isBefore(at.plus(SAME_REQUEST));
  }

  /** When the next request is made: later than this one, whatever the clock says. */
  Instant later(Instant now) {
    return now.isAfter(at) ? now : at.plusMillis(1);
  }
}
