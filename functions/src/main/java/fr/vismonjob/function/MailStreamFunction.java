package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.delivery.MailSender;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.workflow.StepInput;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends the mails that an act has just queued, from the stream of the {@code Mails} table. A mail
 * that cannot be sent now does not hold up the others: all are tried, the answer says where Lambda
 * has to begin again, and mails that were sent are recognised.
 */
public record MailStreamFunction(Supplier<MailSender> sender) implements StepFunction {
  public MailStreamFunction() {
    this(Wiring.ofLambda().mailSender());
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
    try {
      SendResult outcome = sender.get().send(key);
      if (outcome != SendResult.SENT) {
        DeliveryLog.outcome(context, key, outcome);
      }
      return outcome != SendResult.TO_RETRY && outcome != SendResult.HELD_BACK;
    } catch (RuntimeException e) {
      DeliveryLog.fault(context, key, e);
      return false;
    }
  }
}
