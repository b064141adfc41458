package fr.vismonjob.edition;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.UnreadableRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What the workflows record on the items of the {@code Editions} table, beside the organisers'
 * settings. A state of the workflows writes the latest day.
 */
public final class EditionProgressTable {
  private static final String HANDLED_UNTIL = "traite_jusqu_au";
  private static final String ERASED_ON = "donnees_effacees_le";

  private final ItemTable items;

  public EditionProgressTable(DynamoDbClient dynamoDb, String table) {
    this.items = new ItemTable(dynamoDb, table, EditionItem.ID);
  }

  /**
   * The latest day that the workflow has completed.
   *
   * @throws InvalidEdition if the attribute is not a day
   */
  public Optional<LocalDate> handledUntil(String edition) {
    return items
        .find(edition)
        .filter(item -> !item.isNothing(HANDLED_UNTIL))
        .map(item -> new EditionItem(item).day(HANDLED_UNTIL));
  }

  /**
   * Records whose proposals count from now on, and takes the agreement to those before away.
   *
   * @param proposed whose proposals counted when the run began; empty if none did
   * @param agreed what the organisers had agreed to when the run began; empty if to none
   * @return false if either has changed since: then nothing is recorded
   */
  public boolean replaceProposals(String edition, String proposed, String agreed, String run) {
    ItemUpdate replacing =
        items
            .update(edition)
            .onlyIf(EditionItem.PROPOSED, proposed)
            .onlyIf(EditionItem.AGREED, agreed)
            .set(EditionItem.PROPOSED, run)
            .remove(EditionItem.AGREED);
    // The answer of an attempt before this one may have been lost.
    ItemUpdate again =
        items.update(edition).onlyIf(EditionItem.PROPOSED, run).set(EditionItem.PROPOSED, run);
    return replacing.apply().isPresent() || again.apply().isPresent();
  }

  /** Records that no proposals are left. */
  public void noteNoProposals(String edition, String run) {
    items.update(edition).onlyIf(EditionItem.PROPOSED, run).remove(EditionItem.PROPOSED).apply();
  }

  /** Keeps the figures for everybody, which outlive the edition's people. */
  public void publish(Edition edition, PublicFigures figures, LocalDate takenOn) {
    Optional<EditionInFigures> earlier =
        UnreadableRow.skip(
            () ->
                items
                    .find(edition.id())
                    .flatMap(item -> items.read(item, PublicFiguresItem::find)));
    items
        .update(edition.id())
        .set(
            PublicFiguresItem.write(
                earlier.map(taken -> figures.after(taken)).orElse(figures), takenOn))
        .apply();
  }

  /** The names of the editions whose personal data is still kept, in order. */
  public List<String> notErased() {
    return kept().map(EditionItem::new).map(EditionItem::id).sorted().toList();
  }

  /**
   * How many editions have not completed the day: of those whose data is still kept, and no drafts.
   */
  public long countLate(LocalDate day) {
    return kept()
        .filter(item -> item.textOrEmpty(HANDLED_UNTIL).compareTo(day.toString()) < 0)
        .count();
  }

  private Stream<Item> kept() {
    return items
        .scan()
        .filter(item -> item.isNothing(ERASED_ON) && !new EditionItem(item).isDraft());
  }

  public boolean isErased(String edition) {
    return items.find(edition).filter(item -> !item.isNothing(ERASED_ON)).isPresent();
  }

  /**
   * Records that no personal data of the edition is left. When organisers remove the attribute, the
   * next daily run looks for it again.
   */
  public void noteErased(String edition, LocalDate day) {
    if (items.update(edition).set(ERASED_ON, day.toString()).apply().isEmpty()) {
      throw new IllegalStateException(
          "edition "
              + edition
              + " was deleted from the table Editions: its erasure cannot be recorded");
    }
  }
}
