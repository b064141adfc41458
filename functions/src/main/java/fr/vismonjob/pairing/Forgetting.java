package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.Due;
import fr.vismonjob.edition.Edition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Forgets the people of an edition who have not confirmed for a month: whoever filled in the form
 * may have typed somebody else's address.
 */
public record Forgetting(Tables tables) {
  /**
   * Erases at most {@code most} people, without a mail.
   *
   * @param unreadable is told the rows that cannot be read; they stay
   * @return whether nobody is left whom another call could forget
   */
  public boolean forgetSome(
      Edition edition, LocalDate today, int most, Consumer<UnreadableRow> unreadable) {
    List<String> some =
        tables
            .registrations()
            .unconfirmed(edition.id(), Due.forgottenIfBefore(today))
            .limit(most + 1L)
            .toList();
    long forgotten = some.stream().limit(most).filter(id -> forget(id, today, unreadable)).count();
    return some.size() <= most || forgotten == 0;
  }

  private boolean forget(String id, LocalDate today, Consumer<UnreadableRow> unreadable) {
    return UnreadableRow.skip(
            () -> Optional.of(new Erasing(tables).eraseUnconfirmed(id, today)), unreadable)
        .orElse(false);
  }
}
