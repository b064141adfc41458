package fr.vismonjob.delivery;

import java.io.Serial;

/** What a queued mail would say is no longer so. */
final class Pointless extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason in French, for the organiser who reads the ledger
   */
  Pointless(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  static void unless(boolean holds, String otherwise) {
    if (!holds) {
      throw new Pointless(otherwise);
    }
  }
}
