package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * The Hungarian method on a full table of students and seats: short, exact and slow. Time grows
 * with students² × seats.
 */
final class DenseSolver {

  private static final long IMPOSSIBLE = -1L << 61;

  private final Pool pool;
  private final int[] ambassadorOfSeat;
  private final long[][] worth;

  private DenseSolver(Pool pool) {
    this.pool = pool;
    int students = pool.students().size();
    int seats = Arrays.stream(pool.seats()).sum();
    ambassadorOfSeat = new int[seats];
    for (int a = 0, seat = 0; a < pool.seats().length; a++) {
      Arrays.fill(ambassadorOfSeat, seat, seat += pool.seats()[a], a);
    }
    // One place more than students on the waiting list, so that waiting always costs nothing.
    worth = new long[students][seats + students + 1];
    for (int s = 0; s < students; s++) {
      for (int seat = 0; seat < seats; seat++) {
        worth[s][seat] = worth(s, ambassadorOfSeat[seat]);
      }
    }
  }

  static Solution solve(Pool pool) {
    return new DenseSolver(pool).solve();
  }

  private long worth(int s, int a) {
    Student student = pool.students().get(s);
    Ambassador ambassador = pool.ambassadors().get(a);
    return pool.isBlocked(student, ambassador)
        ? IMPOSSIBLE
        : Scoring.pair(student, ambassador, pool.eventDay())
            .map(pair -> Worth.of(pair.score()))
            .orElse(IMPOSSIBLE);
  }

  private Solution solve() {
    int students = worth.length;
    int columns = ambassadorOfSeat.length + students + 1;
    long[] gain = new long[students + 1];
    long[] price = new long[columns + 1];
    int[] holder = new int[columns + 1]; // 1-based; 0 is nobody, and column 0 a place to start from
    int[] previous = new int[columns + 1];
    for (int s = 1; s <= students; s++) {
      holder[0] = s;
      int column = 0;
      long[] slack = new long[columns + 1];
      Arrays.fill(slack, Long.MAX_VALUE);
      boolean[] reached = new boolean[columns + 1];
      do {
        reached[column] = true;
        int student = holder[column];
        long least = Long.MAX_VALUE;
        int next = 0;
        for (int j = 1; j <= columns; j++) {
          if (!reached[j]) {
            long here = gain[student] + price[j] - worth[student - 1][j - 1];
            if (here < slack[j]) {
              slack[j] = here;
              previous[j] = column;
            }
            if (slack[j] < least) {
              least = slack[j];
              next = j;
            }
          }
        }
        for (int j = 0; j <= columns; j++) {
          if (reached[j]) {
            gain[holder[j]] -= least;
            price[j] += least;
          } else {
            slack[j] -= least;
          }
        }
        column = next;
      } while (holder[column] != 0);
      while (column != 0) {
        holder[column] = holder[previous[column]];
        column = previous[column];
      }
    }
    return solution(gain, price, holder);
  }

  private Solution solution(long[] gain, long[] price, int[] holder) {
    int[] ambassadorOf = new int[worth.length];
    Arrays.fill(ambassadorOf, -1);
    long[] prices = new long[pool.seats().length];
    Arrays.fill(prices, Long.MAX_VALUE);
    for (int seat = 0; seat < ambassadorOfSeat.length; seat++) {
      int a = ambassadorOfSeat[seat];
      prices[a] = Math.min(prices[a], price[seat + 1]);
      if (holder[seat + 1] != 0) {
        ambassadorOf[holder[seat + 1] - 1] = a;
      }
    }
    return new Solution(ambassadorOf, Arrays.copyOfRange(gain, 1, gain.length), prices);
  }
}
