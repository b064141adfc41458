package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * From where a search found a way out: the students and nodes from which its arcs lead to a free seat
 * or to somebody who can as well wait. Looked up backwards, so that {@link Moves} need not try where
 * there is no way.
 */
final class WaysOut {

  private static final int NONE = -1;

  private final Market market;
  private final int[] lastInto; // by node, the latest arc into it
  private final IntList before = new IntList(); // by arc, the one before into the same node
  private final IntList source = new IntList(); // by arc; students as ~student
  private final IntList touched = new IntList();
  private final IntStack open = new IntStack();
  private final int[] studentIn; // the round in which there was a way out
  private final int[] nodeIn;
  private int round;

  WaysOut(Market market) {
    this.market = market;
    lastInto = new int[market.price.length];
    Arrays.fill(lastInto, NONE);
    studentIn = new int[market.gain.length];
    nodeIn = new int[market.price.length];
  }

  /** Forgets the arcs and the ways of the search before. */
  void clear() {
    for (int i = 0; i < touched.size(); i++) {
      lastInto[touched.get(i)] = NONE;
    }
    touched.clear();
    before.clear();
    source.clear();
    round++;
  }

  /** An arc that the search followed. */
  void arc(int from, int node) {
    if (lastInto[node] == NONE) {
      touched.add(node);
    }
    before.add(lastInto[node]);
    lastInto[node] = source.size();
    source.add(from);
  }

  /** A cell with a free seat. */
  void atCell(int cell) {
    markNode(cell);
    follow();
  }

  /** A student who can as well wait. */
  void atStudent(int student) {
    markStudent(student);
    follow();
  }

  boolean fromStudent(int student) {
    return studentIn[student] == round;
  }

  boolean fromNode(int node) {
    return nodeIn[node] == round;
  }

  private void follow() {
    while (!open.isEmpty()) {
      int node = open.pop();
      for (int arc = lastInto[node]; arc != NONE; arc = before.get(arc)) {
        int from = source.get(arc);
        if (from < 0) {
          markStudent(~from);
        } else {
          markNode(from);
        }
      }
    }
  }

  private void markStudent(int student) {
    if (studentIn[student] != round) {
      studentIn[student] = round;
      if (market.seatOf[student] != Market.NO_SEAT) {
        markNode(market.cellOfSeat[market.seatOf[student]]);
      }
    }
  }

  private void markNode(int node) {
    if (nodeIn[node] != round) {
      nodeIn[node] = round;
      open.push(node);
    }
  }
}
