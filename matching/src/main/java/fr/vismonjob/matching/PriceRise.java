package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * Raises prices until one more of the waiting students can move or gives up.
 *
 * <p>A search from all waiting students along arcs in the order of how much worse than the best
 * they are (Dijkstra 1959): what is reached at distance d is just as good once prices have risen by
 * d. The search ends at the distance of the first free seat, or of the first student with nothing
 * left to gain. Whatever is nearer then makes up the difference.
 */
final class PriceRise {

  private static final long FAR = Long.MAX_VALUE;

  private final Market market;
  private final int[] firstArc;
  private final int[] arcNode;
  private final byte[] arcScore;
  private final int[] firstChild;
  private final int[] child;
  private final int cells;
  private final long[] studentDistance;
  private final long[] nodeDistance;
  private final IntList students = new IntList(); // that have a distance
  private final IntList nodes = new IntList(); // that have a distance
  private final IntStack open = new IntStack(); // at the distance at hand; students as ~student
  private final WaysOut waysOut;
  private long distance;
  private long end;

  PriceRise(Market market, WaysOut waysOut) {
    this.market = market;
    this.waysOut = waysOut;
    firstArc = market.network.firstArc();
    arcNode = market.network.arcNode();
    arcScore = market.network.arcScore();
    firstChild = market.network.firstChild();
    child = market.network.child();
    cells = market.network.cells();
    studentDistance = new long[market.gain.length];
    nodeDistance = new long[market.price.length];
    Arrays.fill(studentDistance, FAR);
    Arrays.fill(nodeDistance, FAR);
  }

  /** Raises prices for the first so many of the waiting, and finds the ways out at the new ones. */
  void run(int[] waiting, int count) {
    waysOut.clear();
    distance = 0;
    end = FAR;
    open.clear();
    for (int i = 0; i < count; i++) {
      reachStudent(waiting[i]);
    }
    do {
      while (!open.isEmpty()) {
        int next = open.pop();
        if (next < 0) {
          fromStudent(~next);
        } else if (next >= cells) {
          fromNode(next);
        } else {
          fromCell(next);
        }
      }
    } while (advance());
    noteEnds();
    makeUpTheDifference();
  }

  private void fromStudent(int student) {
    end = Math.min(end, distance + market.gain[student]);
    long base = distance + market.gain[student];
    for (int arc = firstArc[student]; arc < firstArc[student + 1]; arc++) {
      int node = arcNode[arc];
      long at = base - market.worth[arcScore[arc]] + market.price[node];
      if (at <= nodeDistance[node] && at <= end) {
        waysOut.stepFromStudent(student, arc, node);
        reachNode(node, at);
      }
    }
  }

  private void fromNode(int node) {
    long base = distance - market.price[node];
    for (int i = firstChild[node - cells]; i < firstChild[node - cells + 1]; i++) {
      long at = base + market.price[child[i]];
      if (at <= nodeDistance[child[i]] && at <= end) {
        waysOut.stepDown(node, child[i]);
        reachNode(child[i], at);
      }
    }
  }

  private void fromCell(int cell) {
    if (!market.isFull(cell)) {
      end = distance;
      return;
    }
    for (int seat = market.firstSeat[cell]; seat < market.firstSeat[cell + 1]; seat++) {
      reachStudent(market.sitter[seat]);
    }
  }

  private void reachStudent(int student) {
    if (studentDistance[student] == FAR) {
      studentDistance[student] = distance;
      students.add(student);
      open.push(~student);
    }
  }

  private void reachNode(int node, long at) {
    if (at < nodeDistance[node]) {
      if (nodeDistance[node] == FAR) {
        nodes.add(node);
      }
      nodeDistance[node] = at;
      if (at == distance) {
        open.push(node);
      }
    }
  }

  /** Goes to the next distance at which something is; there are few, so that looking is cheap. */
  private boolean advance() {
    long next = FAR;
    for (int i = 0; i < nodes.size(); i++) {
      long at = nodeDistance[nodes.get(i)];
      if (at > distance && at < next) {
        next = at;
      }
    }
    if (next > end || distance == end) {
      return false;
    }
    distance = next;
    for (int i = 0; i < nodes.size(); i++) {
      if (nodeDistance[nodes.get(i)] == next) {
        open.push(nodes.get(i));
      }
    }
    return true;
  }

  private void noteEnds() {
    for (int i = 0; i < nodes.size(); i++) {
      int node = nodes.get(i);
      if (node < cells && nodeDistance[node] == end && !market.isFull(node)) {
        waysOut.endAtCell(node);
      }
    }
    for (int i = 0; i < students.size(); i++) {
      int student = students.get(i);
      if (studentDistance[student] + market.gain[student] == end) {
        waysOut.endAtStudent(student);
      }
    }
  }

  private void makeUpTheDifference() {
    for (int i = 0; i < students.size(); i++) {
      int student = students.get(i);
      market.gain[student] -= Math.max(0, end - studentDistance[student]);
      studentDistance[student] = FAR;
    }
    for (int i = 0; i < nodes.size(); i++) {
      int node = nodes.get(i);
      market.price[node] += Math.max(0, end - nodeDistance[node]);
      nodeDistance[node] = FAR;
    }
    students.clear();
    nodes.clear();
  }
}
