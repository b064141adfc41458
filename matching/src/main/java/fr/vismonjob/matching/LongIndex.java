package fr.vismonjob.matching;

import java.util.Arrays;

/** Numbers different longs from 0 in the order in which they first appear. */
final class LongIndex {

  private long[] keys = new long[1 << 6]; // by number
  private int[] slots = new int[1 << 7]; // number + 1, 0 where empty
  private int size;

  /** The key's number; a new one if the key is new. */
  int add(long key) {
    int slot = slot(key);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == keys.length) {
      grow();
      slot = slot(key);
    }
    keys[size] = key;
    slots[slot] = ++size;
    return size - 1;
  }

  /** The key's number; -1 if there is none. */
  int find(long key) {
    return slots[slot(key)] - 1;
  }

  long key(int number) {
    return keys[number];
  }

  int size() {
    return size;
  }

  private int slot(long key) {
    int mask = slots.length - 1;
    long mixed = key * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed ^ (mixed >>> 32)) & mask;
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, keys.length * 2);
    slots = new int[keys.length * 2];
    for (int number = 0; number < size; number++) {
      slots[slot(keys[number])] = number + 1;
    }
  }
}
