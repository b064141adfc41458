package fr.vismonjob.matching;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Our {@link Network} as a problem of cheapest flow, for solvers that are not ours. The students
 * are the sources, then come the nodes, and last the sink. Arcs are in the order of their first
 * ends; one to the sink for each student stands for waiting, at no cost.
 */
public final class FlowNetwork {

  private final Network network;
  private final int[] seatsBelow; // at most this much can flow through a node
  private final IntList from = new IntList();
  private final IntList to = new IntList();
  private final IntList capacity = new IntList();
  private final IntList score = new IntList(); // 0 where nothing is scored

  /** Lists the arcs. */
  public FlowNetwork(Instance instance) {
    network = new NetworkSolver(Pool.of(instance)).network();
    seatsBelow = seatsBelow(network);
    for (int student = 0; student < students(); student++) {
      for (int arc = network.firstArc()[student]; arc < network.firstArc()[student + 1]; arc++) {
        add(student, students() + network.arcNode()[arc], 1, network.arcScore()[arc]);
      }
      add(student, sink(), 1, 0);
    }
    for (int node = 0; node < network.nodes(); node++) {
      if (node < network.cells()) {
        add(students() + node, sink(), network.seats()[node], 0);
      } else {
        for (int i = network.childrenFrom(node); i < network.childrenTo(node); i++) {
          int child = network.child()[i];
          add(students() + node, students() + child, seatsBelow[child], 0);
        }
      }
    }
  }

  private static int[] seatsBelow(Network network) {
    int[] seats = Arrays.copyOf(network.seats(), network.nodes());
    for (int node = network.cells(); node < seats.length; node++) {
      for (int i = network.childrenFrom(node); i < network.childrenTo(node); i++) {
        seats[node] += seats[network.child()[i]];
      }
      seats[node] = Math.min(seats[node], network.students());
    }
    return seats;
  }

  private void add(int start, int end, int most, int points) {
    from.add(start);
    to.add(end);
    capacity.add(most);
    score.add(points);
  }

  int students() {
    return network.students();
  }

  int sink() {
    return network.students() + network.nodes();
  }

  int arcs() {
    return from.size();
  }

  int from(int arc) {
    return from.get(arc);
  }

  int to(int arc) {
    return to.get(arc);
  }

  int capacity(int arc) {
    return capacity.get(arc);
  }

  /** The score of the pair that an arc from a student makes; 0 for all other arcs. */
  int score(int arc) {
    return score.get(arc);
  }

  /**
   * Writes how many students there are, the number of the sink, and for each arc both ends, its
   * capacity and score: 32-bit numbers, least byte first.
   */
  public void write(Path file) throws IOException {
    int[] head = {students(), sink()};
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      for (int[] numbers :
          new int[][] {head, from.toArray(), to.toArray(), capacity.toArray(), score.toArray()}) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(numbers);
        out.write(bytes.array());
      }
    }
  }
}
