package fr.vismonjob.matching;

import java.util.Set;

/**
 * The disks around one {@link Home}: an offer, and so many of its places, the nearest. Students of
 * the home share the nodes that stand for them.
 */
final class Disks {

  private final Home home;
  private final Offers offers;
  private final Nodes nodes;
  private final LongIndex disks = new LongIndex(); // of an offer and how many places
  private final IntList node = new IntList(); // by disk

  Disks(Home home, Offers offers, Nodes nodes) {
    this.home = home;
    this.offers = offers;
    this.nodes = nodes;
  }

  /** The node above all cells of a disk. */
  int node(int offer, int within) {
    int disk = disks.add((long) offer << 32 | within);
    if (disk == node.size()) {
      IntList parts = cover(offer, within, Set.of());
      node.add(nodes.above(parts, 0, parts.size()));
    }
    return node.get(disk);
  }

  /** Nodes that together cover a disk but for some cells, and the places where these are. */
  IntList without(Set<Integer> cells, Set<Integer> around, int offer, int within) {
    IntList parts = cover(offer, within, around);
    for (int position : home.nearest(offer, within)) {
      if (around.contains(offers.places(offer)[position])) {
        addWithout(cells, offers.top(offer, position), parts);
      }
    }
    return parts;
  }

  private IntList cover(int offer, int within, Set<Integer> withoutPlaces) {
    IntList kept = new IntList();
    for (int position : home.nearest(offer, within)) {
      if (!withoutPlaces.contains(offers.places(offer)[position])) {
        kept.add(position);
      }
    }
    return offers.cover(offer, kept);
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
