package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.campaign.CampaignRun;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.workflow.JsonInput;
import java.util.Map;

/**
 * Queues mails for a share of the people and pairs: the day's campaigns, or everybody's new link
 * once the key of links has changed.
 */
public record CampaignFunction(EditionTable editions, CampaignRun campaigns, Keyed keyed)
    implements JsonFunction {
  public CampaignFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.editions(), wiring.campaigns(), wiring.keyed());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    Edition edition = editions.find(input.text("edition")).orElseThrow();
    ToCorrect toCorrect = new ToCorrect();
    int queued =
        input.has("nouveaux_liens")
            ? campaigns.queueLinks(edition, keyed.linkKeyId(), input.share("part"), toCorrect)
            : campaigns.queue(edition, input.day("today"), input.share("part"), toCorrect);
    return Map.of("envois", queued, "a_corriger", toCorrect.named());
  }
}
