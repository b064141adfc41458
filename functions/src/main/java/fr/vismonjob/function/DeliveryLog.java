package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.json.ErrorLine;
import java.util.function.Supplier;

/** The log of the senders: keys and outcomes. */
final class DeliveryLog {
  private DeliveryLog() {}

  /** Tries to send; a fault is logged, and the mail is to be tried again. */
  static SendResult attempt(Context context, String key, Supplier<SendResult> sending) {
    try {
      return sending.get();
    } catch (RuntimeException e) {
      fault(context, key, e);
      return SendResult.TO_RETRY;
    }
  }

  static void outcome(Context context, String key, SendResult outcome) {
    context.getLogger().log("mail " + key + ": " + outcome);
  }

  static void fault(Context context, String key, RuntimeException fault) {
    context.getLogger().log("mail " + key + ": " + ErrorLine.words(fault));
  }
}
