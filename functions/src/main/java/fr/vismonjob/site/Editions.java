package fr.vismonjob.site;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;

/** Finds the visitor's edition: the current one, or an earlier one whose data is still kept. */
final class Editions {
  private Editions() {}

  static Edition of(Visitor visitor, EditionTable editions) {
    String id = visitor.registration().edition();
    Edition current = editions.current();
    return current.id().equals(id) ? current : editions.find(id).orElse(current);
  }
}
