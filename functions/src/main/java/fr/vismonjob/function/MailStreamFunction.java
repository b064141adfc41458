package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.delivery.MailSender;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.workflow.JsonInput;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sends the mails that an act has just queued, from the stream of the {@code Mails} table. The
 * filter in {@code template.yaml} lets only new rows through whose mail leaves at once; the
 * sender's claim recognises a mail that the stream brings twice.
 */
public record MailStreamFunction(Supplier<MailSender> sender, Metrics metrics)
    implements JsonFunction {
  public MailStreamFunction() {
    this(Wiring.ofLambda());
    Rehearsal.beforeSnapshot(MailStreamFunction.class, MailStreamFunction::new);
  }

  MailStreamFunction(Wiring wiring) {
    this(wiring.mailSender(), wiring.metrics());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    return StreamBatch.settle(
        input, change -> settled(change.object("Keys").object("envoi").text("S"), context));
  }

  /** Whether the mail is dealt with; Lambda brings it again if it is not. */
  private boolean settled(String key, Context context) {
    SendResult outcome = SendResult.TO_RETRY;
    try {
      outcome = sender.get().send(key);
      if (outcome != SendResult.SENT) {
        DeliveryLog.outcome(context, key, outcome);
      }
    } catch (RuntimeException e) {
      DeliveryLog.fault(context, key, e);
    }
    metrics.add(Metric.MAILS, 1, outcome, Sender.STREAM);
    if (outcome == SendResult.POSTPONED) {
      metrics.add(Metric.MAILS_POSTPONED, 1);
    }
    return !outcome.isToTryAgain();
  }
}
