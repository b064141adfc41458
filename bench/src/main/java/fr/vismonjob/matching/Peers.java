package fr.vismonjob.matching;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * The same matching by solvers on the JVM that are not ours. Each method gets everything ready and
 * answers what then solves: the scores of the pairs made. Frozen and blocked pairs are left out.
 *
 * <p>These solvers take one number for each pair, so the levels of the objective have weights, as
 * in {@code peers.py}: 2,000 for a pair under 60, 2,000,000 more for one under 40, and so many for
 * a pair at all that more pairs always win. Whether that reached the optimum shows in the figures.
 */
public final class Peers {

  private record Possible(int student, int ambassador, int score) {}

  private Peers() {}

  private static long worth(int score) {
    return 4_000_000_000L
        - (score < Points.MIDDLING ? 2_000 : 0)
        - (score < Points.WEAK ? 2_000_000 : 0)
        + score;
  }

  private static List<Possible> possiblePairs(Instance instance) {
    List<Possible> possible = new ArrayList<>();
    for (int s = 0; s < instance.students().size(); s++) {
      for (int a = 0; a < instance.ambassadors().size(); a++) {
        Optional<Pair> pair =
            Scoring.pair(
                instance.students().get(s), instance.ambassadors().get(a), instance.eventDay());
        if (pair.isPresent()) {
          possible.add(new Possible(s, a, pair.get().score()));
        }
      }
    }
    return possible;
  }

  /** JGraphT on the list of all possible pairs, an ambassador as often as there are seats. */
  public static Supplier<List<Integer>> byJGraphT(Instance instance) {
    SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    int students = instance.students().size();
    List<Integer> firstSeat = new ArrayList<>(List.of(students));
    for (Ambassador host : instance.ambassadors()) {
      firstSeat.add(firstSeat.getLast() + host.capacity());
    }
    List<Integer> left = IntStream.range(0, students).boxed().toList();
    List<Integer> right = IntStream.range(students, firstSeat.getLast()).boxed().toList();
    left.forEach(graph::addVertex);
    right.forEach(graph::addVertex);
    for (Possible pair : possiblePairs(instance)) {
      int to = firstSeat.get(pair.ambassador() + 1);
      for (int seat = firstSeat.get(pair.ambassador()); seat < to; seat++) {
        DefaultWeightedEdge edge = graph.addEdge(pair.student(), seat);
        graph.setEdgeWeight(edge, (double) worth(pair.score()));
      }
    }
    return () ->
        new MaximumWeightBipartiteMatching<>(
                graph, new java.util.HashSet<>(left), new java.util.HashSet<>(right))
            .getMatching().getEdges().stream()
                .map(edge -> scoreOf((long) graph.getEdgeWeight(edge)))
                .toList();
  }

  private static int scoreOf(long worth) {
    return IntStream.rangeClosed(0, 100)
        .filter(score -> worth(score) == worth)
        .findAny()
        .orElseThrow();
  }

  /** OR-Tools on the list of all possible pairs. */
  public static Supplier<List<Integer>> byOrTools(Instance instance) {
    Loader.loadNativeLibraries();
    List<Possible> possible = possiblePairs(instance);
    return () -> {
      int students = instance.students().size();
      int sink = students + instance.ambassadors().size();
      MinCostFlow flow = new MinCostFlow();
      for (Possible pair : possible) {
        flow.addArcWithCapacityAndUnitCost(
            pair.student(), students + pair.ambassador(), 1, -worth(pair.score()));
      }
      for (int a = 0; a < instance.ambassadors().size(); a++) {
        int capacity = instance.ambassadors().get(a).capacity();
        flow.addArcWithCapacityAndUnitCost(students + a, sink, capacity, 0);
      }
      for (int student = 0; student < students; student++) {
        flow.addArcWithCapacityAndUnitCost(student, sink, 1, 0); // everybody may stay alone
      }
      solve(flow, students, sink);
      return IntStream.range(0, possible.size())
          .filter(arc -> flow.getFlow(arc) > 0)
          .mapToObj(arc -> possible.get(arc).score())
          .toList();
    };
  }

  /** OR-Tools on our {@link Network}. */
  public static Supplier<List<Integer>> byOrToolsOnNetwork(Instance instance) {
    Loader.loadNativeLibraries();
    FlowNetwork network = new FlowNetwork(instance);
    return () -> {
      MinCostFlow flow = new MinCostFlow();
      for (int arc = 0; arc < network.arcs(); arc++) {
        int score = network.score(arc);
        flow.addArcWithCapacityAndUnitCost(
            network.from(arc),
            network.to(arc),
            network.capacity(arc),
            score == 0 ? 0 : -worth(score));
      }
      solve(flow, network.students(), network.sink());
      return IntStream.range(0, network.arcs())
          .filter(arc -> network.score(arc) > 0 && flow.getFlow(arc) > 0)
          .mapToObj(network::score)
          .toList();
    };
  }

  private static void solve(MinCostFlow flow, int students, int sink) {
    for (int student = 0; student < students; student++) {
      flow.setNodeSupply(student, 1);
    }
    flow.setNodeSupply(sink, -students);
    MinCostFlowBase.Status status = flow.solve();
    if (status != MinCostFlowBase.Status.OPTIMAL) {
      throw new IllegalStateException("OR-Tools: " + status);
    }
  }
}
