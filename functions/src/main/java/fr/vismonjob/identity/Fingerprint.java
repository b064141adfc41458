package fr.vismonjob.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells two texts apart by a few hexadecimal digits. It is no secret. */
public final class Fingerprint {
  private Fingerprint() {}

  /**
   * @param bytes how many bytes of the text's SHA-256 are kept, with two digits each
   */
  public static String of(String text, int bytes) {
    return HexFormat.of().formatHex(sha256(text), 0, bytes);
  }

  public static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
