package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Item;
import java.util.OptionalInt;

/** Writes and reads feedback as a pair's {@code avis_ambassadeur} or {@code avis_etudiant}. */
final class FeedbackItem {
  private static final String TOOK_PLACE = "a_eu_lieu";
  private static final String YES = "oui";
  private static final String ABSENT = "absent";
  private static final String MARK = "note";
  static final String COMMENT = "commentaire";

  private FeedbackItem() {}

  static Item write(Feedback feedback) {
    Item item = Item.empty().put(TOOK_PLACE, feedback.tookPlace() ? YES : "non");
    feedback.absent().ifPresent(absent -> item.put(ABSENT, absent.code()));
    feedback.mark().ifPresent(mark -> item.put(MARK, mark));
    return item.put(COMMENT, feedback.comment());
  }

  static Feedback read(Item item) {
    long mark = item.numberOr(MARK, 0);
    boolean tookPlace = item.required(TOOK_PLACE).equals(YES);
    return new Feedback(
        tookPlace,
        item.find(ABSENT).filter(_ -> !tookPlace).flatMap(Feedback.Absent::ofCode),
        mark == 0 ? OptionalInt.empty() : OptionalInt.of((int) mark),
        item.textOrEmpty(COMMENT));
  }
}
