package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.pairing.PlannedPair;
import fr.vismonjob.pairing.Proposals;
import fr.vismonjob.workflow.EntrantJson;
import fr.vismonjob.workflow.JsonInput;
import fr.vismonjob.workflow.RunFiles;
import java.util.List;
import java.util.Map;

/** Writes the proposals that organisers have agreed to into a file, as pairs to record. */
public record AgreedPairsFunction(Proposals proposals, RunFiles files) implements JsonFunction {
  public AgreedPairsFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.proposals(), wiring.files());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    ToCorrect toCorrect = new ToCorrect();
    List<PlannedPair> agreed =
        proposals.of(input.text("edition"), input.text("accord"), input.day("today"), toCorrect);
    String file = input.text("dossier") + "/accord.json";
    int batches =
        files.writeBatches(
            file, Map.of("binomes", agreed.stream().map(EntrantJson::write).toList()));
    return Map.of("fichier", file, "lots", batches, "a_corriger", toCorrect.named());
  }
}
