package fr.vismonjob.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Solves a pool on its compressed network, and translates between people and numbers. */
final class NetworkSolver {

  private final Pool pool;
  private final Cells cells;
  private final int[] order; // students of one home side by side, as the network has them
  private final Network network;

  /** Builds the network. */
  NetworkSolver(Pool pool) {
    this.pool = pool;
    List<List<Integer>> homes = byHome(pool.students());
    IntList together = new IntList();
    for (List<Integer> home : homes) {
      for (int student : home) {
        together.add(student);
      }
    }
    order = together.toArray();
    Places places = Places.of(pool.ambassadors());
    cells = Cells.of(pool, places);
    network = NetworkBuilder.of(pool, homes, places, cells);
  }

  /** Homes, and students within a home, in the order drawn by lot. */
  private static List<List<Integer>> byHome(List<Student> students) {
    Map<Position, List<Integer>> homes = new LinkedHashMap<>();
    for (int s = 0; s < students.size(); s++) {
      homes.computeIfAbsent(Position.of(students.get(s)), _ -> new ArrayList<>()).add(s);
    }
    return List.copyOf(homes.values());
  }

  Network network() {
    return network;
  }

  /** The best matching; tells how far the solver has come. */
  Solution solve(Consumer<String> progress) {
    Seating seating = new Seating(network);
    int[] auctioned =
        new Auction(network, seating)
            .run(step -> progress.accept("seated in steps of " + Weights.points(step) + " points"));
    long[] lowest =
        LowestPrices.of(
            network, seating, auctioned, count -> progress.accept(count + " improvements"));
    return solution(seating, lowest);
  }

  private Solution solution(Seating seating, long[] priceOfCell) {
    long[] gains = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      gains[order[i]] =
          seating.waits(i) ? 0 : Worth.of(seating.score(i)) - priceOfCell[seating.cellOf(i)];
    }
    long[] prices = new long[pool.seats().length];
    for (int a = 0; a < prices.length; a++) {
      prices[a] = priceOfCell[cells.cellOf()[a]];
    }
    return new Solution(ambassadors(seating), gains, prices);
  }

  /** Within a cell, students and ambassadors take each other in the order drawn by lot. */
  private int[] ambassadors(Seating seating) {
    IntList[] hosts = new IntList[cells.seats().length];
    Arrays.setAll(hosts, _ -> new IntList());
    for (int a = 0; a < pool.seats().length; a++) {
      for (int seat = 0; seat < pool.seats()[a]; seat++) {
        hosts[cells.cellOf()[a]].add(a);
      }
    }
    int[] next = new int[hosts.length];
    int[] ambassadorOf = new int[order.length];
    Arrays.fill(ambassadorOf, -1);
    for (int i = 0; i < order.length; i++) {
      if (!seating.waits(i)) {
        int cell = seating.cellOf(i);
        ambassadorOf[order[i]] = hosts[cell].get(next[cell]++);
      }
    }
    return ambassadorOf;
  }
}
