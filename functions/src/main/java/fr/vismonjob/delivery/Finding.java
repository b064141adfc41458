package fr.vismonjob.delivery;

/** Whether a mail still makes sense now. */
sealed interface Finding {
  record Relevant(Matter matter) implements Finding {}

  /**
   * @param reason in French, for the organiser who reads the ledger
   */
  record Pointless(String reason) implements Finding {}
}
