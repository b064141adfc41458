package fr.vismonjob.function;

/**
 * What a log says of a fault: never the exception's message, which may hold what somebody typed.
 */
final class FaultWords {
  private FaultWords() {}

  /** Kind and place. */
  static String of(RuntimeException fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    String place = trace.length == 0 ? "unknown place" : trace[0].toString();
    return fault.getClass().getName() + " at " + place;
  }
}
