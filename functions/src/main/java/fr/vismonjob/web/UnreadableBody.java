package fr.vismonjob.web;

import java.io.Serial;

/** A body is not what its type says. The message is for the sender, in French. */
final class UnreadableBody extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UnreadableBody(String message) {
    super(message);
  }
}
