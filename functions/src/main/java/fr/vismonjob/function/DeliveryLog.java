package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.delivery.SendResult;

/**
 * The log of the senders: keys and outcomes. Never an exception's message, which may hold what
 * somebody typed.
 */
final class DeliveryLog {
  private DeliveryLog() {}

  static void outcome(Context context, String key, SendResult outcome) {
    context.getLogger().log("mail " + key + ": " + outcome);
  }

  static void fault(Context context, String key, RuntimeException fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    String place = trace.length == 0 ? "unknown place" : trace[0].toString();
    context.getLogger().log("mail " + key + ": " + fault.getClass().getName() + " at " + place);
  }
}
