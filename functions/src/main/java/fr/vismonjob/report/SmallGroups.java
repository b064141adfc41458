package fr.vismonjob.report;

import fr.vismonjob.edition.PublicFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Which groups are too small to be told of alone. Those left out are at least five together,
 * because what is told of the others and the total would otherwise tell of them.
 */
final class SmallGroups {
  static final int LEAST = PublicFigures.LEAST;

  private SmallGroups() {}

  static boolean isSmall(long size) {
    return size > 0 && size < LEAST;
  }

  /** The small groups and, as long as they are fewer than five together, the next larger one. */
  static <T> Set<T> of(List<T> groups, ToLongFunction<T> size) {
    List<T> bySize = new ArrayList<>(groups);
    bySize.sort(Comparator.comparingLong(size));
    Set<T> small = new HashSet<>();
    long together = 0;
    for (T group : bySize) {
      if (isSmall(size.applyAsLong(group)) || isSmall(together)) {
        small.add(group);
        together += size.applyAsLong(group);
      }
    }
    return small;
  }
}
