package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.delivery.Batch;
import fr.vismonjob.delivery.MailSender;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.workflow.JsonInput;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sends a workflow's batch of mails in order and at the given rate. The answer lists the mails that
 * could not be sent now, and the workflow tries them again. The last attempt records them as
 * failed, for organisers to see. The mails of a sender whose mails SES refuses all wait; the others
 * leave.
 */
public record SendMailsFunction(Supplier<MailSender> sender, Metrics metrics)
    implements JsonFunction {
  private static final int LAST_ATTEMPT = 6;

  private static final Set<SendResult> TO_LOG =
      EnumSet.of(SendResult.FAILED, SendResult.UNKNOWN, SendResult.HELD_BACK);

  public SendMailsFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.mailSender(), wiring.metrics());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    List<String> keys = input.texts("envois");
    Batch batch = sender.get().batch(input.text("dossier"), input.day("today"));
    boolean isLast = input.number("tentative") >= LAST_ATTEMPT;
    Pace pace = Pace.perSecond(input.decimal("par_seconde"));
    Map<SendResult, Integer> counts = new EnumMap<>(SendResult.class);
    List<String> toRetry = new ArrayList<>();
    for (String key : keys) {
      SendResult outcome = SendResult.TO_RETRY;
      if (context.getRemainingTimeInMillis() > MailSender.LONGEST.toMillis()) {
        pace.await();
        outcome = DeliveryLog.attempt(context, key, () -> attempt(key, batch, isLast));
        if (outcome == SendResult.TO_RETRY && isLast) {
          outcome = sender.get().giveUpAfterFault(key);
        }
        if (TO_LOG.contains(outcome)) {
          DeliveryLog.outcome(context, key, outcome);
        }
      }
      counts.merge(outcome, 1, Integer::sum);
      if (outcome == SendResult.TO_RETRY) {
        toRetry.add(key);
      }
    }
    counts.forEach((outcome, count) -> metrics.add(Metric.MAILS, count, outcome, Sender.WORKFLOW));
    if (counts.containsKey(SendResult.POSTPONED)) {
      metrics.add(Metric.MAILS_POSTPONED, counts.get(SendResult.POSTPONED));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("envoyes", counts.getOrDefault(SendResult.SENT, 0));
    result.put("sans_objet", counts.getOrDefault(SendResult.POINTLESS, 0));
    result.put(
        "echecs",
        counts.getOrDefault(SendResult.FAILED, 0) + counts.getOrDefault(SendResult.UNKNOWN, 0));
    result.put("a_reprendre", toRetry);
    return result;
  }

  private SendResult attempt(String key, Batch batch, boolean isLast) {
    return isLast ? sender.get().sendOrGiveUp(key, batch) : sender.get().send(key, batch);
  }
}
