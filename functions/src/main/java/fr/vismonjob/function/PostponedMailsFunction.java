package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.delivery.Batch;
import fr.vismonjob.delivery.MailSender;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.MailLedger;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.workflow.JsonInput;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Every hour: sends the mails to addresses that have not confirmed which exceeded the budget of an
 * earlier hour, the oldest first, until the budget of this hour is used up as well.
 */
public record PostponedMailsFunction(
    MailLedger mails, Supplier<MailSender> sender, InstantSource clock, Metrics metrics)
    implements JsonFunction {
  public PostponedMailsFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.tables().mails().ledger(), wiring.mailSender(), wiring.clock(), wiring.metrics());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    Batch batch = new Batch("heure", FrenchDates.dayOf(clock.instant()));
    int sent = 0;
    SendResult outcome = SendResult.SENT;
    for (String key : mails.postponed()) {
      if (outcome == SendResult.POSTPONED
          || context.getRemainingTimeInMillis() < MailSender.LONGEST.toMillis()) {
        break;
      }
      // One that cannot be sent now waits for the next hour, and holds up no other.
      outcome = DeliveryLog.attempt(context, key, () -> sender.get().send(key, batch));
      metrics.add(Metric.MAILS, 1, outcome, Sender.HOURLY);
      sent += outcome == SendResult.SENT ? 1 : 0;
    }
    return Map.of("envoyes", sent);
  }
}
