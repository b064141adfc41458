package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionKeyTable;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.registration.Registration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Erases an edition, some people at a time, and at the end the key that their ids were made of. It
 * mails nobody: people learnt when they registered how long their data is kept, and the mail would
 * need the address that is erased.
 */
public record EditionErasure(Tables tables, EditionProgressTable progress, EditionKeyTable keys) {
  /**
   * Erases at most {@code most} people.
   *
   * @return whether all people of the edition are erased
   * @throws ErasureRefused if somebody still has a day to come, for example because {@code jour} is
   *     wrong, or if only people are left whose rows cannot be read
   */
  public boolean eraseSome(Edition edition, LocalDate today, int most) {
    List<UnreadableRow> unreadable = new ArrayList<>();
    List<Registration> some =
        tables
            .registrations()
            .scan(edition.id(), Share.WHOLE, unreadable::add)
            .limit(most + 1L)
            .toList();
    for (Registration person : some) {
      if (person.dates().stream().anyMatch(date -> !date.isBefore(today))) {
        throw new ErasureRefused(
            "Édition « %s » : rien n’est effacé, une personne inscrite a encore une date à venir. Vérifiez « jour » et « conservation_jours » dans la table Editions."
                .formatted(edition.id()));
      }
    }
    tables.lists().forget(edition.id());
    long erased =
        some.stream()
            .limit(most)
            .filter(person -> isErased(person.id(), today, unreadable::add))
            .count();
    // A report may have written its list meanwhile.
    tables.lists().forget(edition.id());
    boolean done = some.size() <= most || erased == 0;
    if (done && !unreadable.isEmpty()) {
      throw new ErasureRefused(
          "Édition « %s » : une inscription n’est pas encore effacée, car une ligne ne peut pas être lue (%s). Corrigez-la ou supprimez-la."
              .formatted(edition.id(), unreadable.getFirst().getMessage()));
    }
    if (done) {
      tables.pairs().forgetAll(edition.id());
      keys.destroy(edition.id());
      progress.noteErased(edition.id(), today);
    }
    return done;
  }

  private boolean isErased(String id, LocalDate today, Consumer<UnreadableRow> unreadable) {
    return UnreadableRow.skip(
            () -> {
              new Erasing(tables).eraseQuietly(id, today);
              return Optional.of(true);
            },
            unreadable)
        .isPresent();
  }
}
