package fr.vismonjob.pairing;

import fr.vismonjob.identity.Fingerprint;
import java.util.stream.IntStream;

/**
 * The key of a pair. The same two people always have the same key, so that their pair is recorded
 * once; only organisers can put them together again.
 */
public final class PairId {
  private static final int BYTES = 16;

  private static final int MOST_TIMES = 100;

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

  /** How often the two of a pair were put together before, as its key tells. */
  static int before(Pair pair) {
    return IntStream.range(0, MOST_TIMES)
        .filter(
            times ->
                again(pair.ambassador().registration(), pair.student().registration(), times)
                    .equals(pair.id()))
        .findFirst()
        .orElse(0);
  }

  private static String hash(String text) {
    return Fingerprint.of(text, BYTES);
  }
}
