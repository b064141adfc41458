package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.json.Json;
import fr.vismonjob.pairing.PairRecorder;
import fr.vismonjob.workflow.EntrantJson;
import fr.vismonjob.workflow.StepInput;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Records a batch of the pairs of a run. It may run again at any time. */
public record RecordPairsFunction(PairRecorder recorder) implements RequestStreamHandler {
  public RecordPairsFunction() {
    this(new PairRecorder(Wiring.ofLambda().tables()));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    StepInput input = StepInput.read(event);
    String run = input.text("passage");
    int recorded = 0;
    int skipped = 0;
    for (StepInput pair : input.object("lot").objects("binomes")) {
      switch (recorder.record(EntrantJson.pair(pair), run)) {
        case RECORDED -> recorded++;
        case SKIPPED -> skipped++;
      }
    }
    Json.write(Map.of("formes", recorded, "ecartes", skipped), answer);
  }
}
