package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.campaign.CampaignRun;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.json.Json;
import fr.vismonjob.workflow.StepInput;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * Queues mails for a share of the people and pairs: the day's campaigns, or everybody's new link
 * once the key of links has changed.
 */
public record CampaignFunction(EditionTable editions, CampaignRun campaigns, Keyed keyed)
    implements RequestStreamHandler {
  public CampaignFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.editions(), wiring.campaigns(), wiring.keyed());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    StepInput input = StepInput.read(event);
    Edition edition = editions.find(input.text("edition")).orElseThrow();
    int queued =
        input.has("nouveaux_liens")
            ? campaigns.queueLinks(edition, keyed.linkKeyId(), input.share("part"))
            : campaigns.queue(edition, input.day("today"), input.share("part"));
    Json.write(Map.of("envois", queued), answer);
  }
}
