package fr.vismonjob.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Solves a pool on its compressed network, and translates between people and numbers. */
final class NetworkSolver {

  private final Pool pool;
  private final Cells cells;
  private final int[] order; // students of one home side by side, as the network has them
  private final Network network;

  /** Builds the network. */
  NetworkSolver(Pool pool) {
    this.pool = pool;
    List<Student> students = pool.students();
    Comparator<Integer> byHome =
        Comparator.<Integer>comparingDouble(student -> students.get(student).lat())
            .thenComparingDouble(student -> students.get(student).lon());
    order =
        IntStream.range(0, students.size())
            .boxed()
            .sorted(byHome) // stable: within a home the order drawn by lot stays
            .mapToInt(Integer::intValue)
            .toArray();
    cells = Cells.of(pool);
    network = new NetworkBuilder(pool, cells).build(order);
  }

  Solution solve() {
    int[] turns = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      turns[order[i]] = i;
    }
    Market market = HungarianMethod.run(network, turns);
    long[] gains = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      gains[order[i]] = market.gain[i];
    }
    long[] prices = new long[pool.seats().length];
    for (int a = 0; a < prices.length; a++) {
      prices[a] = market.price[cells.cellOf()[a]];
    }
    return new Solution(ambassadors(market, turns), gains, prices);
  }

  /** Within a cell, students and ambassadors take each other in the order drawn by lot. */
  private int[] ambassadors(Market market, int[] turns) {
    IntList[] hosts = new IntList[cells.seats().length];
    Arrays.setAll(hosts, _ -> new IntList());
    for (int a = 0; a < pool.seats().length; a++) {
      for (int seat = 0; seat < pool.seats()[a]; seat++) {
        hosts[cells.cellOf()[a]].add(a);
      }
    }
    int[] cellOf = market.cells();
    int[] next = new int[hosts.length];
    int[] ambassadorOf = new int[turns.length];
    for (int student = 0; student < turns.length; student++) {
      int cell = cellOf[turns[student]];
      ambassadorOf[student] = cell == Market.NO_SEAT ? -1 : hosts[cell].get(next[cell]++);
    }
    return ambassadorOf;
  }
}
