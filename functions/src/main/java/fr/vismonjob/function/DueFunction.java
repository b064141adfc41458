package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.workflow.JsonInput;
import fr.vismonjob.workflow.Plan;
import fr.vismonjob.workflow.PresentDay;
import fr.vismonjob.workflow.Start;
import java.util.Map;

/**
 * The first step of every workflow: reads the edition and the day, and decides what is due. A wrong
 * input or edition ends the workflow here.
 */
public record DueFunction(
    PresentDay present, EditionTable editions, EditionProgressTable progress, int shares)
    implements JsonFunction {
  public DueFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.presentDay(), wiring.editions(), wiring.editionProgress(), wiring.shares());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    Object execution = input.values().get("input");
    Plan plan = Plan.of(Start.of(execution), present, editions, progress);
    Map<String, Object> json = plan.json(input.text("execution"), shares);
    json.put("nouveaux_liens", Start.asksForLinks(execution));
    return json;
  }
}
