package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.delivery.MailSender;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.workflow.StepInput;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends the mails that an act has just queued, from the stream of the {@code Mails} table. A mail
 * that cannot be sent now does not hold up the others: all are tried, the answer says where Lambda
 * has to begin again, and mails that were sent are recognised.
 */
public record MailStreamFunction(Supplier<MailSender> sender, Metrics metrics)
    implements StepFunction {
  public MailStreamFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.mailSender(), wiring.metrics());
  }

  @Override
  public Map<String, ?> handle(StepInput input, Context context) {
    Optional<String> firstFailed = Optional.empty();
    for (StepInput record : input.objects("Records")) {
      StepInput change = record.object("dynamodb");
      String key = change.object("Keys").object("envoi").text("S");
      if (!settled(key, context) && firstFailed.isEmpty()) {
        firstFailed = Optional.of(change.text("SequenceNumber"));
      }
    }
    return Map.of(
        "batchItemFailures",
        firstFailed.stream().map(number -> Map.of("itemIdentifier", number)).toList());
  }

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
    return outcome != SendResult.TO_RETRY && outcome != SendResult.HELD_BACK;
  }
}
