package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.json.Json;
import fr.vismonjob.pairing.Releasing;
import fr.vismonjob.workflow.StepInput;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Cancels the pairs of a share that organisers have marked. */
public record ReleasePairsFunction(Releasing releasing) implements RequestStreamHandler {
  public ReleasePairsFunction() {
    this(new Releasing(Wiring.ofLambda().tables()));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    StepInput input = StepInput.read(event);
    int released =
        releasing.release(input.text("edition"), input.day("today"), input.share("part"));
    Json.write(Map.of("annules", released), answer);
  }
}
