package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.edition.InvalidEdition;
import fr.vismonjob.registration.AddressHolderTable;
import fr.vismonjob.registration.MarkedAct;
import fr.vismonjob.registration.RegistrationMarks;
import fr.vismonjob.registration.SendingLink;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Does what organisers have marked, by the same use cases as the people's own pages. Each takes the
 * mark away in its own transaction, so that acting on a row once more does nothing. What cannot be
 * done is answered beside the mark.
 */
public record ActingOnMarks(Tables tables, AddressHolderTable addresses, EditionTable editions) {
  private static final String TO_CORRECT = "À corriger d’abord\u00a0: ";

  /** Whether a row with these attributes may be marked; what a mark says is read from the row. */
  public static boolean mayBeMarked(Set<String> attributes) {
    return PairTable.mayBeMarked(attributes) || RegistrationMarks.mayBeMarked(attributes);
  }

  /**
   * Acts on a person's row.
   *
   * @param unreadable is told a row that cannot be read; the mark is answered, too
   */
  public void onRegistration(String id, Consumer<UnreadableRow> unreadable) {
    for (MarkedAct act : tables.registrations().marks().of(id)) {
      refusal(id, act, unreadable)
          .ifPresent(why -> tables.registrations().marks().refuse(id, act, why));
    }
  }

  private Optional<String> refusal(String id, MarkedAct act, Consumer<UnreadableRow> unreadable) {
    try {
      return act(id, act);
    } catch (UnreadableRow e) {
      unreadable.accept(e);
      return Optional.of(TO_CORRECT + e.getMessage());
    } catch (InvalidEdition e) {
      return Optional.of(TO_CORRECT + e.getMessage());
    }
  }

  /** Why it cannot be done; empty if it is done. */
  private Optional<String> act(String id, MarkedAct act) {
    switch (act) {
      case ERASE -> new Erasing(tables).erase(id, addresses);
      case CHANGE_ADDRESS -> {
        return switch (new ChangingAddress(tables, addresses).correct(id, editions::named)) {
          case ActOutcome.Done _ -> Optional.empty();
          case ActOutcome.NothingToDo _ -> {
            tables.registrations().marks().remove(id, act);
            yield Optional.empty();
          }
          case ActOutcome.Refused(String why) -> Optional.of(why);
        };
      }
      case WITHDRAW -> {
        if (!new Withdrawing(tables).withdraw(id)) {
          tables.registrations().marks().remove(id, act);
        }
      }
      case SEND_LINK -> {
        return new SendingLink(
                tables.registrations(), tables.mails(), tables.transactions(), tables.clock())
            .send(id);
      }
    }
    return Optional.empty();
  }

  /**
   * Acts on a pair's row.
   *
   * @return whether the pair is newly cancelled
   */
  public boolean onPair(String id, LocalDate today, Consumer<UnreadableRow> unreadable) {
    try {
      return switch (new Releasing(tables).release(id, today)) {
        case ActOutcome.Done _ -> true;
        case ActOutcome.NothingToDo _ -> false;
        case ActOutcome.Refused(String why) -> refused(id, why);
      };
    } catch (UnreadableRow e) {
      unreadable.accept(e);
      return refused(id, TO_CORRECT + e.getMessage());
    }
  }

  private boolean refused(String pair, String why) {
    tables.pairs().refuse(pair, why);
    return false;
  }

  /**
   * Acts on all marked rows in a share of an edition, and forgets the colleagues who have not
   * answered until the day was over.
   *
   * @return how many pairs are newly cancelled
   */
  public int onShare(
      String edition, LocalDate today, Share share, Consumer<UnreadableRow> unreadable) {
    tables
        .registrations()
        .marks()
        .marked(edition, share)
        .toList()
        .forEach(id -> onRegistration(id, unreadable));
    tables
        .pairs()
        .relays()
        .neverAnswered(edition, today, share, unreadable)
        .toList()
        .forEach(tables.pairs().relays()::forgetColleague);
    return (int)
        tables.pairs().toRelease(edition, share).toList().stream()
            .filter(id -> onPair(id, today, unreadable))
            .count();
  }
}
