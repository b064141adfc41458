package fr.vismonjob.matching;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.IntStream;

/** The auction on a full square table, as docs/matching.md prints it. */
final class DenseAuction {

  private static final int NOBODY = -1;

  /** A power of 4, so that the last step is 1. */
  private static final long FIRST_STEP = 1L << 32;

  private DenseAuction() {}

  /** The seat of each student in the best seating; worths are multiples of students + 1. */
  static int[] seats(long[][] worth) {
    int students = worth.length;
    long[] price = new long[students];
    int[] seatOf = new int[students];
    for (long step = FIRST_STEP; step > 0; step /= 4) {
      int[] sitter = new int[students];
      Arrays.fill(sitter, NOBODY);
      Deque<Integer> bidders = new ArrayDeque<>(IntStream.range(0, students).boxed().toList());
      while (!bidders.isEmpty()) {
        int student = bidders.pop();
        int best = best(worth[student], price, NOBODY);
        int second = best(worth[student], price, best);
        long gain = worth[student][best] - price[best];
        long secondGain = worth[student][second] - price[second];
        price[best] += gain - secondGain + step;
        if (sitter[best] != NOBODY) {
          bidders.push(sitter[best]);
        }
        sitter[best] = student;
        seatOf[student] = best;
      }
    }
    return seatOf;
  }

  /** The seat with the highest gain, but for one. */
  private static int best(long[] worth, long[] price, int butFor) {
    int best = butFor == 0 ? 1 : 0;
    for (int seat = 0; seat < price.length; seat++) {
      if (seat != butFor && worth[seat] - price[seat] > worth[best] - price[best]) {
        best = seat;
      }
    }
    return best;
  }
}
