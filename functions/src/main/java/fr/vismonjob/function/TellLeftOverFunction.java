package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.pairing.LeftOver;
import fr.vismonjob.pairing.PairRecorder;
import fr.vismonjob.workflow.EntrantJson;
import fr.vismonjob.workflow.JsonInput;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Queues the mails to a batch of people whom a run has left without a partner. After a trial the
 * mails give advice.
 */
public record TellLeftOverFunction(PairRecorder recorder, Metrics metrics) implements JsonFunction {
  public TellLeftOverFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(new PairRecorder(wiring.tables()), wiring.metrics());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    boolean trial = input.flag("essai");
    Predicate<LeftOver> telling = trial ? recorder::suggestWidening : recorder::tell;
    List<JsonInput> leftOver = input.object("lot").objects("restes");
    long told = leftOver.stream().map(EntrantJson::leftOver).filter(telling).count();
    if (!trial) {
      metrics.add(Metric.LEFT_OVER, leftOver.size());
    }
    return Map.of("prevenus", told);
  }
}
