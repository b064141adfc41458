package fr.vismonjob.matching.cli;

import java.io.PrintStream;
import java.util.Locale;

/** Says how far a run has come, once it has taken two seconds. */
final class Progress {

  private static final double PATIENCE_SECONDS = 2;

  private final PrintStream out;
  private final long start = System.nanoTime();

  Progress(PrintStream out) {
    this.out = out;
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
  void say(String what, Object... values) {
    double seconds = (System.nanoTime() - start) / 1e9;
    if (seconds > PATIENCE_SECONDS) {
      out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, what.formatted(values));
    }
  }
}
