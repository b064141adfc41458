package fr.vismonjob.delivery;

import java.io.Serial;
import java.util.Optional;

/** What a queued mail would say is no longer true. */
final class Pointless extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason the reason, in French for the organiser who reads the table
   */
  Pointless(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  /** What was looked for, if it is there. */
  static <T> T ifAbsent(Optional<T> found, String reason) {
    return found.orElseThrow(() -> new Pointless(reason));
  }

  static void unless(boolean holds, String otherwise) {
    if (!holds) {
      throw new Pointless(otherwise);
    }
  }
}
