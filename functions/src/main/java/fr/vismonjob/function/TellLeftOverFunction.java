package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.pairing.LeftOver;
import fr.vismonjob.pairing.PairRecorder;
import fr.vismonjob.workflow.EntrantJson;
import fr.vismonjob.workflow.StepInput;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Queues the mails to a batch of people whom a run has left without a partner. After a trial the
 * mails give advice.
 */
public record TellLeftOverFunction(PairRecorder recorder) implements StepFunction {
  public TellLeftOverFunction() {
    this(new PairRecorder(Wiring.ofLambda().tables()));
  }

  @Override
  public Map<String, ?> handle(StepInput input, Context context) {
    Predicate<LeftOver> telling = input.flag("essai") ? recorder::suggestWidening : recorder::tell;
    long told =
        input.object("lot").objects("restes").stream()
            .map(EntrantJson::leftOver)
            .filter(telling)
            .count();
    return Map.of("prevenus", told);
  }
}
