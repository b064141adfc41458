package fr.vismonjob.matching;

/**
 * Seats waiting students at the prices of the moment: wherever there is a chain of moves that costs
 * nobody anything, from a waiting student to a seat that somebody can leave for another just as
 * good, and so on to a free seat or to somebody who can as well wait. A depth-first search from each
 * waiting student, along the {@link WaysOut} only.
 *
 * <p>A search that fails has asked everybody whom it could reach, and none of them can get out; no
 * chain that succeeds later passes there, so they need not be asked again at these prices. After one
 * round, therefore, nobody more can be seated before prices rise.
 */
final class Moves {

  private final Market market;
  private final int[] firstArc;
  private final int[] arcNode;
  private final byte[] arcScore;
  private final int[] firstChild;
  private final int[] child;
  private final int cells;
  private final int nodes;
  private final int[] askedIn; // the round in which a student was asked
  private final int[] position; // of nodes, then students: how far their arcs have been tried
  private final int[] positionIn; // the round to which that belongs
  private final IntStack chain = new IntStack(); // students as ~student, nodes and cells between
  private final IntList asked = new IntList(); // students of the search at hand
  private final IntList tried = new IntList(); // whose positions belong to it
  private final WaysOut waysOut;
  private int round;

  Moves(Market market, WaysOut waysOut) {
    this.market = market;
    this.waysOut = waysOut;
    firstArc = market.network.firstArc();
    arcNode = market.network.arcNode();
    arcScore = market.network.arcScore();
    firstChild = market.network.firstChild();
    child = market.network.child();
    cells = market.network.cells();
    nodes = market.price.length;
    askedIn = new int[market.gain.length];
    position = new int[nodes + market.gain.length];
    positionIn = new int[position.length];
  }

  /** Seats who can be seated; moves those who still wait to the front and returns their number. */
  int seat(int[] waiting, int count) {
    round++;
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (!waysOut.fromStudent(waiting[i]) || !seat(waiting[i])) {
        waiting[left++] = waiting[i];
      }
    }
    return left;
  }

  private boolean seat(int student) {
    chain.clear();
    asked.clear();
    tried.clear();
    chain.push(~student);
    ask(student);
    while (!chain.isEmpty()) {
      int last = chain.top();
      if (last < 0 && market.gain[~last] == 0) {
        forget();
        moveAlong(Market.NO_SEAT);
        return true;
      }
      if (last >= 0 && last < cells && !market.isFull(last)) {
        forget();
        moveAlong(market.firstSeat[last] + market.taken[last]++);
        return true;
      }
      if (!extend(last)) {
        chain.pop();
        if (!chain.isEmpty()) {
          skip(chain.top(), last);
        }
      }
    }
    return false;
  }

  private boolean extend(int last) {
    if (last < 0) {
      return extendFromStudent(~last);
    }
    return last < cells ? extendFromCell(last) : extendFromNode(last);
  }

  private boolean extendFromStudent(int student) {
    int arc = position(nodes + student, firstArc[student]);
    int to = firstArc[student + 1];
    long gain = market.gain[student];
    while (arc < to
        && (!waysOut.fromNode(arcNode[arc])
            || market.worth[arcScore[arc]] - market.price[arcNode[arc]] != gain)) {
      arc++;
    }
    position[nodes + student] = arc;
    if (arc < to) {
      chain.push(arcNode[arc]);
    }
    return arc < to;
  }

  private boolean extendFromNode(int node) {
    int i = position(node, firstChild[node - cells]);
    int to = firstChild[node - cells + 1];
    long price = market.price[node];
    while (i < to && (!waysOut.fromNode(child[i]) || market.price[child[i]] != price)) {
      i++;
    }
    position[node] = i;
    if (i < to) {
      chain.push(child[i]);
    }
    return i < to;
  }

  private boolean extendFromCell(int cell) {
    int seat = position(cell, market.firstSeat[cell]);
    int to = market.firstSeat[cell + 1];
    while (seat < to
        && (askedIn[market.sitter[seat]] == round || !waysOut.fromStudent(market.sitter[seat]))) {
      seat++;
    }
    position[cell] = seat;
    if (seat < to) {
      ask(market.sitter[seat]);
      chain.push(~market.sitter[seat]);
    }
    return seat < to;
  }

  private void ask(int student) {
    askedIn[student] = round;
    asked.add(student);
  }

  /** A search that succeeded proves nothing about those it asked: they may be asked again. */
  private void forget() {
    for (int i = 0; i < asked.size(); i++) {
      askedIn[asked.get(i)] = 0;
    }
    for (int i = 0; i < tried.size(); i++) {
      positionIn[tried.get(i)] = 0;
    }
  }

  private int position(int of, int start) {
    if (positionIn[of] != round) {
      positionIn[of] = round;
      tried.add(of);
      position[of] = start;
    }
    return position[of];
  }

  /** Nothing came of this step: do not try it again in this round. */
  private void skip(int before, int step) {
    if (before < 0) {
      int student = ~before;
      int arc = position[nodes + student];
      if (arc < firstArc[student + 1] && arcNode[arc] == step) {
        position[nodes + student]++;
      }
    } else if (before >= cells) {
      int i = position[before];
      if (i < firstChild[before - cells + 1] && child[i] == step) {
        position[before]++;
      }
    }
  }

  /** The last student of the chain takes this seat, and each one before the seat of the next. */
  private void moveAlong(int lastSeat) {
    int seat = lastSeat;
    for (int i = chain.size() - 1; i >= 0; i--) {
      if (chain.get(i) < 0) {
        int student = ~chain.get(i);
        int left = market.seatOf[student];
        market.seatOf[student] = seat;
        if (seat != Market.NO_SEAT) {
          market.sitter[seat] = student;
        }
        seat = left;
      }
    }
  }
}
