package fr.vismonjob.web;

import java.io.Serial;

/** A body that is not what its type says; the message, in French, is for the sender. */
final class UnreadableBody extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UnreadableBody(String message) {
    super(message);
  }
}
