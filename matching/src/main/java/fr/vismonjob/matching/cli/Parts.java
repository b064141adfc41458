package fr.vismonjob.matching.cli;

/**
 * How long the parts of a run took around the engine, in nanoseconds.
 *
 * @param read from the files to the instance
 * @param verify the independent check
 * @param verified when the check had passed, as of {@link System#nanoTime}
 */
record Parts(long read, long verify, long verified) {

  long readMs() {
    return read / 1_000_000;
  }

  long verifyMs() {
    return verify / 1_000_000;
  }

  /** What writing has taken so far. */
  long sinceVerifiedMs() {
    return (System.nanoTime() - verified) / 1_000_000;
  }
}
