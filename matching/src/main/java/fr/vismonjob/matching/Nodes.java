package fr.vismonjob.matching;

/**
 * The nodes of a {@link Network} while it grows. No two of them have the same children: homes near
 * each other reach the same places of many an offer, and share the node above these.
 */
final class Nodes {

  private static final int NO_NODE = 0; // a cell has that number

  private final int cells;
  private final IntList firstChild = new IntList();
  private final IntList child = new IntList();
  private final IntList hashes = new IntList(); // of each node's children
  private int[] slots = new int[1 << 10]; // nodes by their hash; at most half are taken

  Nodes(int cells) {
    this.cells = cells;
    firstChild.add(0);
  }

  /** The node above these; the only one itself if there is but one. */
  int above(IntList children) {
    if (children.size() == 1) {
      return children.get(0);
    }
    int hash = hash(children);
    int slot = slot(hash);
    while (slots[slot] != NO_NODE && !isAbove(slots[slot], children)) {
      slot = next(slot);
    }
    if (slots[slot] == NO_NODE) {
      for (int i = 0; i < children.size(); i++) {
        child.add(children.get(i));
      }
      hashes.add(hash);
      firstChild.add(child.size());
      slots[slot] = last();
      if (2 * hashes.size() > slots.length) {
        grow();
      }
      return last();
    }
    return slots[slot];
  }

  private int last() {
    return cells + hashes.size() - 1;
  }

  private static int hash(IntList children) {
    long hash = 0;
    for (int i = 0; i < children.size(); i++) {
      hash = (hash ^ children.get(i)) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  private int slot(int hash) {
    return hash & (slots.length - 1);
  }

  private int next(int slot) {
    return slot(slot + 1);
  }

  private boolean isAbove(int node, IntList children) {
    int from = childrenFrom(node);
    boolean same = childrenTo(node) - from == children.size();
    for (int i = 0; same && i < children.size(); i++) {
      same = child.get(from + i) == children.get(i);
    }
    return same;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    for (int node = cells; node <= last(); node++) {
      int slot = slot(hashes.get(node - cells));
      while (slots[slot] != NO_NODE) {
        slot = next(slot);
      }
      slots[slot] = node;
    }
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
