package fr.vismonjob.erasure;

import java.io.Serial;

/**
 * An edition's data is not erased, since something says that its day has not passed; the message
 * tells what.
 */
public final class ErasureRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  ErasureRefused(String message) {
    super(message);
  }
}
