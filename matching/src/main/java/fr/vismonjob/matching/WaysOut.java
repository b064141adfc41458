package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * The ways out of a search: for each student and node, how many arcs lie between it and a free
 * seat, or somebody who can as well wait, by the shortest way. Looked up backwards from there along
 * the arcs that the search followed, so that {@link Moves} goes straight to where there is a way.
 */
final class WaysOut {

  private static final int NONE = -1;

  private final Market market;
  private final IntList ends = new IntList(); // cells, and students as ~student
  private final int[] lastInto; // by node, the latest step into it
  private final IntList before = new IntList(); // by step, the one before into the same node
  private final IntList source = new IntList(); // by step; students as ~student
  private final IntList arc = new IntList(); // by step, the arc if the source is a student
  private final IntList touched = new IntList();
  private final IntList open = new IntList();
  private final int[] ofStudent;
  private final int[] ofNode;
  private final IntList students = new IntList(); // with a way out
  private final IntList nodes = new IntList(); // with a way out

  WaysOut(Market market) {
    this.market = market;
    lastInto = new int[market.price.length];
    ofStudent = new int[market.gain.length];
    ofNode = new int[market.price.length];
    Arrays.fill(lastInto, NONE);
    Arrays.fill(ofStudent, NONE);
    Arrays.fill(ofNode, NONE);
  }

  /** How far the student is from a way out; negative if there is none. */
  int ofStudent(int student) {
    return ofStudent[student];
  }

  /** How far the node is from a way out; negative if there is none. */
  int ofNode(int node) {
    return ofNode[node];
  }

  /** Forgets the search before. */
  void clear() {
    for (int i = 0; i < touched.size(); i++) {
      lastInto[touched.get(i)] = NONE;
    }
    touched.clear();
    before.clear();
    source.clear();
    arc.clear();
    ends.clear();
  }

  /** The search followed an arc of a student. */
  void stepFromStudent(int student, int arcOfStudent, int node) {
    step(~student, arcOfStudent, node);
  }

  /** The search went down from a node. */
  void stepDown(int parent, int node) {
    step(parent, NONE, node);
  }

  private void step(int from, int by, int node) {
    if (lastInto[node] == NONE) {
      touched.add(node);
    }
    before.add(lastInto[node]);
    lastInto[node] = source.size();
    source.add(from);
    arc.add(by);
  }

  /** The search found a cell with a free seat. */
  void endAtCell(int cell) {
    ends.add(cell);
  }

  /** The search found a student who can as well wait. */
  void endAtStudent(int student) {
    ends.add(~student);
  }

  /** Looks up all ways out, at the prices and with the seats of the moment. */
  void lookUp() {
    for (int i = 0; i < students.size(); i++) {
      ofStudent[students.get(i)] = NONE;
    }
    for (int i = 0; i < nodes.size(); i++) {
      ofNode[nodes.get(i)] = NONE;
    }
    students.clear();
    nodes.clear();
    open.clear();
    for (int i = 0; i < ends.size(); i++) {
      int end = ends.get(i);
      if (end < 0) {
        reachStudent(~end, 0);
      } else if (!market.isFull(end)) {
        reachNode(end, 0);
      }
    }
    for (int i = 0; i < open.size(); i++) {
      int next = open.get(i);
      if (next < 0) {
        fromStudent(~next);
      } else {
        fromNode(next);
      }
    }
  }

  private void fromStudent(int student) {
    if (market.seatOf[student] != Market.NO_SEAT) {
      reachNode(market.cellOfSeat[market.seatOf[student]], ofStudent[student] + 1);
    }
  }

  private void fromNode(int node) {
    for (int step = lastInto[node]; step != NONE; step = before.get(step)) {
      int from = source.get(step);
      if (from < 0) {
        if (market.isBest(~from, arc.get(step))) {
          reachStudent(~from, ofNode[node] + 1);
        }
      } else if (market.price[from] == market.price[node]) {
        reachNode(from, ofNode[node] + 1);
      }
    }
  }

  private void reachStudent(int student, int steps) {
    if (ofStudent[student] == NONE) {
      ofStudent[student] = steps;
      students.add(student);
      open.add(~student);
    }
  }

  private void reachNode(int node, int steps) {
    if (ofNode[node] == NONE) {
      ofNode[node] = steps;
      nodes.add(node);
      open.add(node);
    }
  }
}
