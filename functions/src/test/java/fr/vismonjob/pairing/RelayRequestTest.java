package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.registration.RegistrationBuilder;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a colleague is asked, on its own. */
final class RelayRequestTest {
  private static final Instant AT = Instant.parse("2026-11-12T08:00:00Z");
  private static final String BOB = "bob@example.gouv.fr";

  private final Relay relay = new Relay("p", Optional.of(BOB), RegistrationBuilder.id("Bob"), AT);

  @Test
  void the_same_address_again_within_five_minutes_only_repeats_it() {
    assertTrue(relay.isRepeatedBy(BOB, AT.plusSeconds(299)));
    assertFalse(relay.isRepeatedBy(BOB, AT.plusSeconds(300)));
    assertFalse(relay.isRepeatedBy("eve@example.gouv.fr", AT.plusSeconds(1)));
  }

  @Test
  void the_next_request_is_later_whatever_the_clock_says() {
    assertEquals(AT.plusSeconds(1), relay.later(AT.plusSeconds(1)));
    assertEquals(AT.plusMillis(1), relay.later(AT));
    assertEquals(AT.plusMillis(1), relay.later(AT.minusSeconds(5)));
  }

  @Test
  void each_request_about_a_pair_has_mails_of_its_own() {
    Relay next = new Relay("p", Optional.of(BOB), relay.colleague(), relay.later(AT));
    Relay other = new Relay("q", Optional.of(BOB), relay.colleague(), AT);
    assertNotEquals(relay.occasion(), next.occasion());
    assertNotEquals(relay.occasion(), other.occasion());
  }

  @Test
  void it_is_asked_of_whoever_has_the_registration_or_the_address() {
    assertTrue(relay.isAskedOf(ambassador("Bob").build()));
    assertTrue(
        relay.isAskedOf(student("Bobby").person(ambassador("Bob").build().person()).build()));
    assertFalse(relay.isAskedOf(ambassador("Eve").build()));
  }
}
