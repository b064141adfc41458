package fr.vismonjob.matching;

/**
 * Seats waiting students at the prices of the moment: wherever there is a chain of moves that costs
 * nobody anything, from a waiting student to a seat that somebody can leave for another just as
 * good, and so on to a free seat or to somebody who can as well wait.
 *
 * <p>Round by round, depth-first along the shortest {@link WaysOut}, asking everybody at most once
 * in a round (Hopcroft and Karp 1973; Dinic 1970), until nobody who waits has a way out.
 */
final class Moves {

  private final Market market;
  private final int[] firstArc;
  private final int[] arcNode;
  private final int[] firstChild;
  private final int[] child;
  private final int cells;
  private final int nodes;
  private final int[] askedIn; // the round in which a student was asked
  private final int[] position; // of nodes, then students: how far their arcs have been tried
  private final int[] positionIn; // the round to which that belongs
  private final IntStack chain = new IntStack(); // students as ~student, nodes and cells between
  private final WaysOut waysOut;
  private int round;

  Moves(Market market, WaysOut waysOut) {
    this.market = market;
    this.waysOut = waysOut;
    firstArc = market.network.firstArc();
    arcNode = market.network.arcNode();
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
    int before;
    int left = count;
    do {
      before = left;
      waysOut.lookUp();
      left = seatOnce(waiting, before);
    } while (left < before);
    return left;
  }

  private int seatOnce(int[] waiting, int count) {
    round++;
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (waysOut.ofStudent(waiting[i]) < 0 || !seat(waiting[i])) {
        waiting[left++] = waiting[i];
      }
    }
    return left;
  }

  private boolean seat(int student) {
    chain.clear();
    chain.push(~student);
    askedIn[student] = round;
    while (!chain.isEmpty()) {
      int last = chain.top();
      if (last < 0 && market.gain[~last] == 0) {
        moveAlong(Market.NO_SEAT);
        return true;
      }
      if (last >= 0 && last < cells && !market.isFull(last)) {
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
    int nearer = waysOut.ofStudent(student) - 1;
    while (arc < to && (waysOut.ofNode(arcNode[arc]) != nearer || !market.isBest(student, arc))) {
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
    int nearer = waysOut.ofNode(node) - 1;
    long price = market.price[node];
    while (i < to && (waysOut.ofNode(child[i]) != nearer || market.price[child[i]] != price)) {
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
    int nearer = waysOut.ofNode(cell) - 1;
    while (seat < to
        && (askedIn[market.sitter[seat]] == round
            || waysOut.ofStudent(market.sitter[seat]) != nearer)) {
      seat++;
    }
    position[cell] = seat;
    if (seat < to) {
      askedIn[market.sitter[seat]] = round;
      chain.push(~market.sitter[seat]);
    }
    return seat < to;
  }

  private int position(int of, int start) {
    if (positionIn[of] != round) {
      positionIn[of] = round;
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
