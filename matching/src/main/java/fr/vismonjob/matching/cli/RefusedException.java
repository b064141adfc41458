package fr.vismonjob.matching.cli;

import java.nio.file.Path;

/** Input that the program refuses; the message says where and why. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1;

  RefusedException(String reason) {
    super(reason);
  }

  RefusedException(Path file, String reason) {
    super(file + ": " + reason);
  }

  RefusedException(Path file, int line, String column, String reason) {
    super("%s, line %d, column %s: %s".formatted(file, line, column, reason));
  }
}
