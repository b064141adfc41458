package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.workflow.JsonInput;
import fr.vismonjob.workflow.Start;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The first step of the morning: lists a day to run for each edition that is not erased yet. */
public record EditionsFunction(EditionProgressTable progress) implements JsonFunction {
  public EditionsFunction() {
    this(Wiring.ofLambda().editionProgress());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    LocalDate today = Start.scheduledDay(input.values().get("input"));
    List<Map<String, Object>> days =
        progress.notErased().stream().map(edition -> new Start(edition, today).json()).toList();
    return Map.of("jours", days);
  }
}
