package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.Unreadable;
import fr.vismonjob.form.Kind;
import java.util.Optional;
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
    Kind.Whole marks = FeedbackFields.MARK.kind();
    long mark = item.numberOr(FeedbackFields.MARK.name(), 0);
    if (mark != 0 && (mark < marks.least() || mark > marks.most())) {
      throw new Unreadable(FeedbackFields.MARK.name(), "une note de 1 à 5 est attendue");
    }
    if (item.isNothing(FeedbackFields.TOOK_PLACE.name())) {
      throw new Unreadable(FeedbackFields.TOOK_PLACE.name(), "il manque");
    }
    boolean tookPlace = item.flag(FeedbackFields.TOOK_PLACE.name());
    Optional<Feedback.Absent> absent =
        tookPlace
            ? Optional.empty()
            : item.find(FeedbackFields.ABSENT.name()).flatMap(Feedback.Absent::ofCode);
    if (!tookPlace && absent.isEmpty()) {
      throw new Unreadable(
          FeedbackFields.ABSENT.name(), "ambassadeur, etudiant ou les-deux est attendu");
    }
    return new Feedback(
        tookPlace,
        absent,
        mark == 0 ? OptionalInt.empty() : OptionalInt.of((int) mark),
        item.textOrEmpty(COMMENT));
  }
}
