package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.json.Json;
import fr.vismonjob.pairing.PairRecorder;
import fr.vismonjob.workflow.EntrantJson;
import fr.vismonjob.workflow.Fields;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Queues the news for a batch of people whom a run has left without a partner. */
public final class TellLeftOverFunction implements RequestStreamHandler {
  private final PairRecorder recorder;

  public TellLeftOverFunction() {
    this(Wiring.ofLambda().pairRecorder());
  }

  TellLeftOverFunction(PairRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    long told =
        Fields.read(event).object("lot").objects("restes").stream()
            .map(EntrantJson::leftOver)
            .filter(recorder::tell)
            .count();
    Json.write(Map.of("prevenus", told), answer);
  }
}
