package fr.vismonjob.pairing;

import java.io.Serial;

/**
 * An edition's data is not erased, because somebody of it still has a day to come. The message
 * names it.
 */
public final class ErasureRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  ErasureRefused(String message) {
    super(message);
  }
}
