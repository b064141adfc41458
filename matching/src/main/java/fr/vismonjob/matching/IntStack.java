package fr.vismonjob.matching;

import java.util.Arrays;

/** A stack of ints that can also be looked into. */
final class IntStack {

  private int[] values = new int[1024];
  private int size;

  void push(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int pop() {
    return values[--size];
  }

  int top() {
    return values[size - 1];
  }

  int get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }
}
