package fr.vismonjob.edition;

import fr.vismonjob.dynamodb.Item;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes and reads an edition's public figures, which its item keeps as one map. */
final class PublicFiguresItem {
  private static final String TAKEN_ON = "releves_le";
  private static final String AMBASSADORS = "ambassadeurs";
  private static final String STUDENTS = "etudiants";
  private static final String PAIRS = "binomes";
  private static final String DAYS_HELD = "journees";
  private static final String MARK = "note";
  private static final String MARKS = "notes";
  private static final double HIGHEST_MARK = 5;

  private PublicFiguresItem() {}

  static Item write(PublicFigures figures, LocalDate takenOn) {
    Item item = Item.empty().put(TAKEN_ON, takenOn.toString());
    figures.ambassadors().ifPresent(number -> item.put(AMBASSADORS, number));
    figures.students().ifPresent(number -> item.put(STUDENTS, number));
    figures.pairs().ifPresent(number -> item.put(PAIRS, number));
    figures.daysHeld().ifPresent(number -> item.put(DAYS_HELD, number));
    figures.mark().ifPresent(mean -> item.putDecimal(MARK, mean.value(), 2).put(MARKS, mean.of()));
    return Item.empty().put(EditionItem.FIGURES, item);
  }

  /** Reads the figures of an edition's item; empty if there was no report yet. */
  static Optional<EditionInFigures> find(Item edition) {
    return edition
        .nested(EditionItem.FIGURES)
        .map(
            figures ->
                new EditionInFigures(
                    edition.plainKey(EditionItem.ID),
                    edition.day(EditionItem.DAY),
                    figures.day(TAKEN_ON),
                    read(figures)));
  }

  private static PublicFigures read(Item item) {
    return new PublicFigures(
        number(item, AMBASSADORS),
        number(item, STUDENTS),
        number(item, PAIRS),
        number(item, DAYS_HELD),
        item.findNumber(MARKS)
            .map(of -> new PublicFigures.Mean(item.decimal(MARK, HIGHEST_MARK), of)));
  }

  private static OptionalLong number(Item item, String name) {
    Optional<Long> number = item.findNumber(name);
    return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
  }
}
