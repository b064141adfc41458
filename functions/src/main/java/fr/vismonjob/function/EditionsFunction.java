package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.json.Json;
import fr.vismonjob.workflow.Start;
import fr.vismonjob.workflow.StepInput;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The first step of the morning: lists a day to run for each edition that is not erased yet. */
public record EditionsFunction(EditionProgressTable progress) implements RequestStreamHandler {
  public EditionsFunction() {
    this(Wiring.ofLambda().editionProgress());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    LocalDate today = Start.scheduledDay(StepInput.read(event).values().get("input"));
    List<Map<String, Object>> days =
        progress.notErased().stream().map(edition -> new Start(edition, today).json()).toList();
    Json.write(Map.of("jours", days), answer);
  }
}
