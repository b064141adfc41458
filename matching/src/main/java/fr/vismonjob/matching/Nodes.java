package fr.vismonjob.matching;

/** The nodes of a {@link Network} while it grows. */
final class Nodes {

  private final int cells;
  private final IntList firstChild = new IntList();
  private final IntList child = new IntList();

  Nodes(int cells) {
    this.cells = cells;
    firstChild.add(0);
  }

  /** A node above these; the only one itself if there is but one. */
  int above(IntList children, int from, int to) {
    if (to - from == 1) {
      return children.get(from);
    }
    for (int i = from; i < to; i++) {
      child.add(children.get(i));
    }
    firstChild.add(child.size());
    return cells + firstChild.size() - 2;
  }

  boolean isCell(int node) {
    return node < cells;
  }

  int childrenFrom(int node) {
    return firstChild.get(node - cells);
  }

  int childrenTo(int node) {
    return firstChild.get(node - cells + 1);
  }

  int child(int position) {
    return child.get(position);
  }

  int[] firstChildren() {
    return firstChild.toArray();
  }

  int[] children() {
    return child.toArray();
  }
}
