package fr.vismonjob.pairing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The key of a pair. The same two people always have the same key, so that their pair is recorded
 * once; only organisers can put them together again.
 */
public final class PairId {
  private static final int BYTES = 16;

  private PairId() {}

  /** 32 hexadecimal digits, derived from the two registrations. */
  public static String of(String ambassador, String student) {
    return hash(ambassador + "/" + student);
  }

  /**
   * The key of a pair that organisers impose on two people.
   *
   * @param before how often the two were put together before, so that each time has its key
   */
  static String again(String ambassador, String student, int before) {
    return before == 0 ? of(ambassador, student) : hash(ambassador + "/" + student + "/" + before);
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
