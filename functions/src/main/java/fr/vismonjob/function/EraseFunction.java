package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.erasure.EditionErasure;
import fr.vismonjob.json.Json;
import fr.vismonjob.workflow.StepInput;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * Erases some of the people of an edition whose retention has ended, and returns whether any are
 * left.
 */
public record EraseFunction(EditionTable editions, EditionErasure erasure)
    implements RequestStreamHandler {
  private static final int MOST_AT_ONCE = 1000;

  public EraseFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.editions(), wiring.editionErasure());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    StepInput input = StepInput.read(event);
    Edition edition = editions.find(input.text("edition")).orElseThrow();
    boolean done = erasure.eraseSome(edition, input.day("today"), MOST_AT_ONCE);
    Json.write(Map.of("fini", done), answer);
  }
}
