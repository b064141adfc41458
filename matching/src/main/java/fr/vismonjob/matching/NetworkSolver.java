package fr.vismonjob.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
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

  Network network() {
    return network;
  }

  /** The best matching; tells how the solver comes on. */
  Solution solve(Consumer<String> progress) {
    int[] turns = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      turns[order[i]] = i;
    }
    Seating seating = new Seating(network);
    Auction auction = new Auction(network, seating, turns);
    auction.run(progress);
    LowestPrices lowest = new LowestPrices(network, seating, auction.guide());
    lowest.settle(progress);
    return solution(seating, lowest, turns);
  }

  private Solution solution(Seating seating, LowestPrices lowest, int[] turns) {
    long[] gains = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      gains[order[i]] = lowest.gain(i);
    }
    long[] prices = new long[pool.seats().length];
    for (int a = 0; a < prices.length; a++) {
      prices[a] = lowest.price(cells.cellOf()[a]);
    }
    return new Solution(ambassadors(seating, turns), gains, prices);
  }

  /** Within a cell, students and ambassadors take each other in the order drawn by lot. */
  private int[] ambassadors(Seating seating, int[] turns) {
    IntList[] hosts = new IntList[cells.seats().length];
    Arrays.setAll(hosts, _ -> new IntList());
    for (int a = 0; a < pool.seats().length; a++) {
      for (int seat = 0; seat < pool.seats()[a]; seat++) {
        hosts[cells.cellOf()[a]].add(a);
      }
    }
    int[] next = new int[hosts.length];
    int[] ambassadorOf = new int[turns.length];
    for (int student = 0; student < turns.length; student++) {
      int cell = seating.cellOf(turns[student]);
      ambassadorOf[student] = cell == Seating.NO_SEAT ? -1 : hosts[cell].get(next[cell]++);
    }
    return ambassadorOf;
  }
}
