package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.json.Json;
import fr.vismonjob.workflow.Plan;
import fr.vismonjob.workflow.PresentDay;
import fr.vismonjob.workflow.Start;
import fr.vismonjob.workflow.StepInput;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * The first step of every workflow: reads the edition and the day, and decides what is due. A wrong
 * input or edition ends the workflow here.
 */
public record DueFunction(
    PresentDay present, EditionTable editions, EditionProgressTable progress, int shares)
    implements RequestStreamHandler {
  public DueFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.presentDay(), wiring.editions(), wiring.editionProgress(), wiring.shares());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    StepInput input = StepInput.read(event);
    Object execution = input.values().get("input");
    Plan plan = Plan.of(Start.of(execution), present, editions, progress);
    Map<String, Object> json = plan.json(input.text("execution"), shares);
    json.put("nouveaux_liens", Start.asksForLinks(execution));
    Json.write(json, answer);
  }
}
