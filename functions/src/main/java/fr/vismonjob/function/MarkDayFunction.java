package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.json.Json;
import fr.vismonjob.workflow.StepInput;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Notes that a day was lived through to its end, so that no earlier one is afterwards. */
public final class MarkDayFunction implements RequestStreamHandler {
  private final EditionProgressTable progress;

  public MarkDayFunction() {
    this(Wiring.ofLambda().editionProgress());
  }

  MarkDayFunction(EditionProgressTable progress) {
    this.progress = progress;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    StepInput input = StepInput.read(event);
    progress.noteHandled(input.text("edition"), input.day("today"));
    Json.write(Map.of("traite_jusqu_au", input.text("today")), answer);
  }
}
