package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.delivery.MailSender;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.delivery.SendingBlocked;
import fr.vismonjob.json.Json;
import fr.vismonjob.workflow.StepInput;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sends a workflow's batch of mails in order and at the given rate. The answer lists the mails that
 * could not be sent now, and the workflow tries them again. The last attempt records them as
 * failed, for organisers to see. What SES would refuse of every mail ends the batch: its mails
 * wait.
 */
public record SendMailsFunction(Supplier<MailSender> sender) implements RequestStreamHandler {
  /**
   * The longest time that a mail can take, with time-outs. With less time left the function returns
   * the rest of the batch.
   */
  private static final Duration RESERVE = Duration.ofSeconds(20);

  private static final int LAST_ATTEMPT = 6;

  public SendMailsFunction() {
    this(Wiring.ofLambda().mailSender());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    StepInput input = StepInput.read(event);
    List<String> keys = input.texts("envois");
    LocalDate today = input.day("today");
    boolean isLast = input.number("tentative") >= LAST_ATTEMPT;
    Pace pace = Pace.perSecond(input.decimal("par_seconde"));
    Map<SendResult, Integer> counts = new EnumMap<>(SendResult.class);
    List<String> toRetry = new ArrayList<>();
    for (String key : keys) {
      SendResult outcome = SendResult.TO_RETRY;
      if (context.getRemainingTimeInMillis() > RESERVE.toMillis()) {
        pace.await();
        outcome = attempt(key, today, context);
        if (outcome == SendResult.TO_RETRY && isLast) {
          outcome = sender.get().giveUp(key);
        }
        if (outcome == SendResult.FAILED || outcome == SendResult.UNKNOWN) {
          DeliveryLog.outcome(context, key, outcome);
        }
      }
      counts.merge(outcome, 1, Integer::sum);
      if (outcome == SendResult.TO_RETRY) {
        toRetry.add(key);
      }
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("envoyes", counts.getOrDefault(SendResult.SENT, 0));
    result.put("sans_objet", counts.getOrDefault(SendResult.POINTLESS, 0));
    result.put(
        "echecs",
        counts.getOrDefault(SendResult.FAILED, 0) + counts.getOrDefault(SendResult.UNKNOWN, 0));
    result.put("a_reprendre", toRetry);
    Json.write(result, answer);
  }

  private SendResult attempt(String key, LocalDate today, Context context) {
    try {
      return sender.get().send(key, today);
    } catch (SendingBlocked e) {
      throw e;
    } catch (RuntimeException e) {
      DeliveryLog.fault(context, key, e);
      return SendResult.TO_RETRY;
    }
  }
}
