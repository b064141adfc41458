package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.pairing.EditionErasure;
import fr.vismonjob.workflow.StepInput;
import java.util.Map;

/**
 * Erases some of the people of an edition whose retention has ended, and returns whether any are
 * left.
 */
public record EraseFunction(EditionTable editions, EditionErasure erasure) implements StepFunction {
  private static final int MOST_AT_ONCE = 1000;

  public EraseFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.editions(), new EditionErasure(wiring.tables(), wiring.editionProgress()));
  }

  @Override
  public Map<String, ?> handle(StepInput input, Context context) {
    Edition edition = editions.find(input.text("edition")).orElseThrow();
    boolean done = erasure.eraseSome(edition, input.day("today"), MOST_AT_ONCE);
    return Map.of("fini", done);
  }
}
