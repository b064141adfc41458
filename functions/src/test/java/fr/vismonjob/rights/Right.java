package fr.vismonjob.rights;

import java.util.Comparator;

/**
 * An action on a resource, by the template's names: {@code dynamodb:Query} on {@code
 * Pairs/index/par-etudiant}.
 *
 * @param terms to whom, under which condition, or denied; empty for what a role may simply do
 */
record Right(String action, String resource, String terms) implements Comparable<Right> {
  private static final Comparator<Right> ORDER =
      Comparator.comparing(Right::action)
          .thenComparing(Right::resource)
          .thenComparing(Right::terms);

  Right(String action, String resource) {
    this(action, resource, "");
  }

  @Override
  public int compareTo(Right other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return action + " on " + resource + (terms.isEmpty() ? "" : " " + terms);
  }
}
