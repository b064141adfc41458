package fr.vismonjob.dynamodb;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a table that is read at the same time as the others.
 *
 * @param index which part, from 0
 * @param of how many parts there are
 */
public record Share(int index, int of) {
  /** The whole table, read by one. */
  public static final Share WHOLE = new Share(0, 1);

  public Share {
    if (index < 0 || index >= of) {
      throw new IllegalArgumentException("no share " + index + " of " + of);
    }
  }

  public static List<Share> all(int of) {
    return IntStream.range(0, of).mapToObj(index -> new Share(index, of)).toList();
  }
}
