package fr.vismonjob.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check that a schedule starts when the morning is over; here it is called by hand. */
class MorningCheckIT {
  @Test
  void an_edition_whose_day_no_workflow_has_completed_is_late() {
    Instant inTenYears = Instant.now().plus(3650, ChronoUnit.DAYS);
    Map<String, Object> answer =
        new Functions(World.STACK)
            .call("MorningCheckFunction", Map.of("scheduled", inTenYears.toString()));
    assertTrue(
        answer.get("en_retard") instanceof Number late && late.intValue() >= 1, answer::toString);
  }
}
