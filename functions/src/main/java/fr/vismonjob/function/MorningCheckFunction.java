package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.workflow.JsonInput;
import fr.vismonjob.workflow.Start;
import java.util.Map;

/** When the morning is over: counts the editions whose day is not completed, for an alarm. */
public record MorningCheckFunction(EditionProgressTable progress, Metrics metrics)
    implements JsonFunction {
  public MorningCheckFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.editionProgress(), wiring.metrics());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    long late = progress.countLate(Start.scheduledDay(input.values()));
    metrics.add(Metric.LATE_EDITIONS, late);
    return Map.of("en_retard", late);
  }
}
