package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.pairing.ActingOnMarks;
import fr.vismonjob.workflow.JsonInput;
import java.util.Map;

/**
 * Follows in the morning the marks of a share that the tables' streams did not bring to an end: the
 * act failed each time, or what stood in its way is gone.
 */
public record FollowMarksFunction(ActingOnMarks marks) implements JsonFunction {
  public FollowMarksFunction() {
    this(Wiring.ofLambda().marks());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    ToCorrect toCorrect = new ToCorrect();
    int released =
        marks.onShare(input.text("edition"), input.day("today"), input.share("part"), toCorrect);
    return Map.of("annules", released, "a_corriger", toCorrect.named());
  }
}
