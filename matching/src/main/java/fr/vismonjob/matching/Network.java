package fr.vismonjob.matching;

/**
 * All possible pairs in compressed form. A student has arcs, each with the score it stands for; an
 * arc leads to a node; from a node, paths lead down at no cost to its children, and in the end to
 * cells: ambassadors who are alike in every way. A student can be paired with exactly the
 * ambassadors in the cells below its arcs. The score of an arc may be less than that of the pair,
 * never more, and for every possible pair some arc has the pair's score: so the best arcs make the
 * best pairs.
 *
 * <p>Nodes are numbered with the cells first, and children before their parents.
 *
 * @param firstArc where each student's arcs begin; one entry more than there are students
 * @param arcNode the node that an arc leads to
 * @param arcScore the score that an arc stands for
 * @param isWidest whether an arc is the first and widest of a group: the others, up to the next
 *     widest, lead only to cells that it leads to as well
 * @param firstChild where each node's children begin, counted from the first node that is not a
 *     cell; one entry more than there are such nodes
 * @param child nodes
 * @param seats free seats in each cell
 */
record Network(
    int[] firstArc,
    int[] arcNode,
    byte[] arcScore,
    boolean[] isWidest,
    int[] firstChild,
    int[] child,
    int[] seats) {

  int students() {
    return firstArc.length - 1;
  }

  int cells() {
    return seats.length;
  }

  int nodes() {
    return seats.length + firstChild.length - 1;
  }

  /** Where the children begin of a node that is not a cell. */
  int childrenFrom(int node) {
    return firstChild[node - seats.length];
  }

  /** Where they end. */
  int childrenTo(int node) {
    return firstChild[node - seats.length + 1];
  }
}
