package fr.vismonjob.dynamodb;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a table. The parts are read at the same time.
 *
 * @param index which part, from 0
 * @param of how many parts there are
 */
public record Share(int index, int of) {
  public static final Share WHOLE = new Share(0, 1);

  public Share {
    if (index < 0 || index >= of) {
      throw new IllegalArgumentException(
          "share " + index + " of " + of + " does not exist: shares count from 0");
    }
  }

  public static List<Share> all(int of) {
    return IntStream.range(0, of).mapToObj(index -> new Share(index, of)).toList();
  }
}
