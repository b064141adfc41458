package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Item;
import java.util.OptionalInt;

/** Writes and reads feedback as a pair's {@code avis_ambassadeur} or {@code avis_etudiant}. */
final class FeedbackItem {
  private static final String YES = "oui";
  static final String COMMENT = FeedbackFields.COMMENT.name();

  private FeedbackItem() {}

  static Item write(Feedback feedback) {
    Item item =
        Item.empty().put(FeedbackFields.TOOK_PLACE.name(), feedback.tookPlace() ? YES : "non");
    item.put(FeedbackFields.ABSENT.name(), feedback.absent().map(Feedback.Absent::code));
    feedback.mark().ifPresent(mark -> item.put(FeedbackFields.MARK.name(), mark));
    return item.put(COMMENT, feedback.comment());
  }

  static Feedback read(Item item) {
    long mark = item.numberOr(FeedbackFields.MARK.name(), 0);
    boolean tookPlace = item.required(FeedbackFields.TOOK_PLACE.name()).equals(YES);
    return new Feedback(
        tookPlace,
        item.find(FeedbackFields.ABSENT.name())
            .filter(_ -> !tookPlace)
            .flatMap(Feedback.Absent::ofCode),
        mark == 0 ? OptionalInt.empty() : OptionalInt.of((int) mark),
        item.textOrEmpty(COMMENT));
  }
}
