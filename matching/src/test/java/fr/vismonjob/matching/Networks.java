package fr.vismonjob.matching;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Networks made up for tests, and what lies in a network. */
final class Networks {

  private Networks() {}

  /** The cells below a node, or the node if it is one; as often as there are ways to them. */
  static IntStream cellsBelow(Network network, int node) {
    return node < network.cells()
        ? IntStream.of(node)
        : Arrays.stream(network.child(), network.childrenFrom(node), network.childrenTo(node))
            .flatMap(child -> cellsBelow(network, child));
  }

  /** A tiny network of any shape, perhaps such as no pool of people would have. */
  static Network random(Random random) {
    int[] seats =
        IntStream.range(0, 1 + random.nextInt(8))
            .map(_ -> 1 + random.nextInt(3) * random.nextInt(2))
            .toArray();
    IntList firstChild = new IntList();
    IntList child = new IntList();
    int inner = random.nextInt(8);
    firstChild.add(0);
    for (int node = seats.length; node < seats.length + inner; node++) {
      for (int i = random.nextInt(3); i >= 0; i--) {
        child.add(random.nextInt(node));
      }
      firstChild.add(child.size());
    }
    int leastScore = random.nextBoolean() ? 10 : 60;
    IntList firstArc = new IntList();
    IntList arcNode = new IntList();
    firstArc.add(0);
    for (int student = random.nextInt(10); student >= 0; student--) {
      for (int i = random.nextInt(5); i > 0; i--) {
        arcNode.add(random.nextInt(seats.length + inner));
      }
      firstArc.add(arcNode.size());
    }
    byte[] arcScore = new byte[arcNode.size()];
    boolean[] isWidest = new boolean[arcNode.size()];
    for (int arc = 0; arc < arcScore.length; arc++) {
      arcScore[arc] = (byte) (leastScore + random.nextInt(101 - leastScore));
      isWidest[arc] = true;
    }
    return new Network(
        firstArc.toArray(),
        arcNode.toArray(),
        arcScore,
        isWidest,
        firstChild.toArray(),
        child.toArray(),
        seats);
  }
}
