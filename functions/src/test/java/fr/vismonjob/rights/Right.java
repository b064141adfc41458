package fr.vismonjob.rights;

import java.util.Comparator;

/**
 * An action on a resource, by the template's names: {@code dynamodb:Query} on {@code
 * Pairs/index/par-etudiant}.
 */
record Right(String action, String resource) implements Comparable<Right> {
  @Override
  public int compareTo(Right other) {
    return Comparator.comparing(Right::action).thenComparing(Right::resource).compare(this, other);
  }

  @Override
  public String toString() {
    return action + " on " + resource;
  }
}
