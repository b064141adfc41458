package fr.vismonjob.rights;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Between what is needed and what is allowed. */
record Difference(SortedSet<Right> missing, SortedSet<Right> superfluous) {
  static final Difference NONE = new Difference(new TreeSet<>(), new TreeSet<>());

  static Difference between(Set<Right> needed, Set<Right> allowed) {
    SortedSet<Right> missing = new TreeSet<>(needed);
    missing.removeAll(allowed);
    SortedSet<Right> superfluous = new TreeSet<>(allowed);
    superfluous.removeAll(needed);
    return new Difference(missing, superfluous);
  }
}
