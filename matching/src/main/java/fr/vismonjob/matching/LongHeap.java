package fr.vismonjob.matching;

import java.util.Arrays;

/** Ints in the order of a long each, the least first: a binary heap. */
final class LongHeap {

  private long[] keys = new long[1 << 10];
  private int[] values = new int[1 << 10];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void add(long key, int value) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    int at = size++;
    for (int above = (at - 1) >> 1; at > 0 && keys[above] > key; above = (at - 1) >> 1) {
      keys[at] = keys[above];
      values[at] = values[above];
      at = above;
    }
    keys[at] = key;
    values[at] = value;
  }

  /** The least key. */
  long least() {
    return keys[0];
  }

  /** Removes the int with the least key. */
  int remove() {
    int removed = values[0];
    long key = keys[--size];
    int value = values[size];
    int at = 0;
    for (int below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && keys[below + 1] < keys[below]) {
        below++;
      }
      if (keys[below] >= key) {
        break;
      }
      keys[at] = keys[below];
      values[at] = values[below];
      at = below;
    }
    keys[at] = key;
    values[at] = value;
    return removed;
  }
}
