package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.delivery.QuotaUsedUp;
import fr.vismonjob.delivery.SendingQuota;
import fr.vismonjob.mail.MailLedger;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.workflow.JsonInput;
import fr.vismonjob.workflow.RunFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sets mails whose sender died to failed, writes the keys of the waiting mails to files in batches,
 * and decides how fast they are sent. Mails beyond the quota of 24 hours go on waiting. When none
 * is left to send, it counts those that failed, and says why mails of the run's edition were held
 * back.
 */
public record CollectMailsFunction(
    MailLedger mails,
    RunFiles files,
    Supplier<SendingQuota> quotas,
    InstantSource clock,
    Metrics metrics)
    implements JsonFunction {
  private static final int BATCH = 50;

  /** By then the stream has given up on a mail, or never had it. */
  private static final Duration OVERDUE_AFTER = Duration.ofMinutes(10);

  public CollectMailsFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(
        wiring.tables().mails().ledger(),
        wiring.files(),
        wiring.sendingQuota(),
        wiring.clock(),
        wiring.metrics());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    String run = input.text("dossier");
    String file = run + "/envois.json";
    Instant now = clock.instant();
    mails.settleStaleClaims(now);
    List<String> waiting = mails.waiting(now.minus(OVERDUE_AFTER), run);
    SendingQuota quota = quotas.get();
    metrics.add(Metric.MAILS_WAITING, waiting.size());
    if (quota.isLimited()) {
      metrics.add(Metric.MAIL_QUOTA_LEFT, quota.left());
    }
    List<String> keys = waiting.stream().limit(quota.left()).toList();
    if (keys.isEmpty() && !waiting.isEmpty()) {
      throw new QuotaUsedUp(waiting.size());
    }
    Map<String, Object> collected = new LinkedHashMap<>();
    collected.put("envois_fichier", file);
    collected.put("envois_lots", files.writeBatches(file, Map.of("envois", keys), BATCH));
    collected.put("par_seconde", quota.perSecond());
    collected.put("echecs", keys.isEmpty() ? mails.failedSince(begin(input)) : 0);
    if (keys.isEmpty()) {
      mails
          .heldBack(run, input.object("entree").text("edition"))
          .ifPresent(reason -> collected.put("retenus", reason));
    }
    return collected;
  }

  /** The start of the day whose failed mails count: the workflow that started this one gives it. */
  private static Instant begin(JsonInput input) {
    JsonInput execution = input.object("entree");
    return Instant.parse(execution.has("depuis") ? execution.text("depuis") : input.text("debut"));
  }
}
