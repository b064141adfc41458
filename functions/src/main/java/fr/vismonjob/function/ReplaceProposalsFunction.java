package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.pairing.Proposals;
import fr.vismonjob.workflow.JsonInput;
import java.util.Map;

/** Deletes the proposals of earlier runs, before this one writes its own if it makes any. */
public record ReplaceProposalsFunction(Proposals proposals) implements JsonFunction {
  public ReplaceProposalsFunction() {
    this(Wiring.ofLambda().proposals());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    String edition = input.text("edition");
    Proposals.Seen seen = new Proposals.Seen(input.text("propose"), input.text("accord"));
    String run = input.text("passage");
    ToCorrect toCorrect = new ToCorrect();
    int removed =
        input.flag("proposer")
            ? proposals.replace(edition, seen, run, toCorrect)
            : proposals.remove(edition, seen, run, toCorrect);
    return Map.of("retires", removed, "a_corriger", toCorrect.named());
  }
}
