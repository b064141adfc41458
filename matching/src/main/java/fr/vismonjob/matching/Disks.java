package fr.vismonjob.matching;

import java.util.Arrays;
import java.util.Set;

/**
 * The disks around one {@link Home}: an offer, and so many of its places, the nearest. Students of
 * the home share the nodes that stand for them. Which runs of places cover a disk is found first,
 * for many homes at once; nodes come home by home, in {@link #node}.
 */
final class Disks {

  private static final int NO_NODE = -1;

  private final Home home;
  private final Offers offers;
  private final Nodes nodes;
  private final LongIndex disks = new LongIndex(); // of an offer and how many places
  private final IntList runs = new IntList(); // that cover each disk
  private final IntList end = new IntList(); // of its runs, by disk
  private int[] node = new int[0]; // by disk

  Disks(Home home, Offers offers, Nodes nodes) {
    this.home = home;
    this.offers = offers;
    this.nodes = nodes;
  }

  /** The number of a disk. */
  int number(int offer, int within) {
    int disk = disks.add((long) offer << 32 | within);
    if (disk == end.size()) {
      offers.cover(offer, home.nearest(offer, within), runs);
      end.add(runs.size());
    }
    return disk;
  }

  int offer(int disk) {
    return (int) (disks.key(disk) >>> 32);
  }

  private int within(int disk) {
    return (int) disks.key(disk);
  }

  /** The node above all cells of a disk; once it is called, no more disks are numbered. */
  int node(int disk) {
    if (node.length < end.size()) {
      node = new int[end.size()];
      Arrays.fill(node, NO_NODE);
    }
    if (node[disk] == NO_NODE) {
      IntList parts = new IntList();
      for (int i = disk == 0 ? 0 : end.get(disk - 1); i < end.get(disk); i++) {
        parts.add(offers.node(offer(disk), runs.get(i)));
      }
      node[disk] = nodes.above(parts);
    }
    return node[disk];
  }

  /** Nodes that together cover a disk but for some cells, and the places where these are. */
  IntList without(Set<Integer> cells, Set<Integer> around, int disk) {
    int offer = offer(disk);
    int[] there = home.nearest(offer, within(disk));
    IntList kept = new IntList();
    offers.cover(
        offer,
        Arrays.stream(there)
            .filter(position -> !around.contains(offers.places(offer)[position]))
            .toArray(),
        kept);
    IntList parts = new IntList();
    for (int i = 0; i < kept.size(); i++) {
      parts.add(offers.node(offer, kept.get(i)));
    }
    for (int position : there) {
      if (around.contains(offers.places(offer)[position])) {
        addWithout(cells, offers.top(offer, position), parts);
      }
    }
    return parts;
  }

  private void addWithout(Set<Integer> cells, int top, IntList parts) {
    if (!isAbove(top, cells)) {
      parts.add(top);
    } else if (!nodes.isCell(top)) {
      for (int i = nodes.childrenFrom(top); i < nodes.childrenTo(top); i++) {
        addWithout(cells, nodes.child(i), parts);
      }
    }
  }

  private boolean isAbove(int top, Set<Integer> cells) {
    if (nodes.isCell(top)) {
      return cells.contains(top);
    }
    for (int i = nodes.childrenFrom(top); i < nodes.childrenTo(top); i++) {
      if (isAbove(nodes.child(i), cells)) {
        return true;
      }
    }
    return false;
  }
}
