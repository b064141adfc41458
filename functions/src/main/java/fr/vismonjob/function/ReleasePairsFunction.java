package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.pairing.Releasing;
import fr.vismonjob.workflow.StepInput;
import java.util.Map;

/** Cancels the pairs of a share that organisers have marked. */
public record ReleasePairsFunction(Releasing releasing) implements StepFunction {
  public ReleasePairsFunction() {
    this(new Releasing(Wiring.ofLambda().tables()));
  }

  @Override
  public Map<String, ?> handle(StepInput input, Context context) {
    ToCorrect toCorrect = new ToCorrect();
    int released =
        releasing.release(
            input.text("edition"), input.day("today"), input.share("part"), toCorrect);
    return Map.of("annules", released, "a_corriger", toCorrect.named());
  }
}
