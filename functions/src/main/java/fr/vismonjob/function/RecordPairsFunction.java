package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.pairing.PairRecorder;
import fr.vismonjob.pairing.PlannedPair;
import fr.vismonjob.workflow.EntrantJson;
import fr.vismonjob.workflow.ImposedJson;
import fr.vismonjob.workflow.JsonInput;
import java.util.Map;

/**
 * Records or proposes a batch of the pairs of a run, or records what it answers to organisers who
 * wanted to impose others. It may run again at any time.
 */
public record RecordPairsFunction(PairRecorder recorder, Metrics metrics) implements JsonFunction {
  public RecordPairsFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(new PairRecorder(wiring.tables()), wiring.metrics());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    String run = input.text("passage");
    boolean proposing = input.flag("proposer");
    int recorded = 0;
    int skipped = 0;
    JsonInput batch = input.object("lot");
    batch.objectsOrNone("refus").stream().map(ImposedJson::refusal).forEach(recorder::refuse);
    for (JsonInput pair : batch.objectsOrNone("binomes")) {
      PlannedPair planned = EntrantJson.pair(pair);
      switch (proposing ? recorder.propose(planned, run) : recorder.record(planned, run)) {
        case RECORDED -> recorded++;
        case SKIPPED -> skipped++;
      }
    }
    if (!proposing) {
      metrics.add(Metric.PAIRS_MADE, recorded);
    }
    return Map.of(
        "formes", proposing ? 0 : recorded,
        "proposes", proposing ? recorded : 0,
        "ecartes", skipped);
  }
}
