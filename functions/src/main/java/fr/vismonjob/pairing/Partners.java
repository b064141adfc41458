package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationState;
import fr.vismonjob.registration.Welcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the rows of a person's partners say of the person. */
record Partners(Tables tables) {
  /**
   * The partners' rows follow when the person's answers change: the new name, unless the day is
   * over, and what an ambassador has written about how to get in. A row that cannot be read stays.
   *
   * @param pairs all that the person was ever in
   */
  List<Write> following(Registration before, RegistrationAnswers after, List<Pair> pairs) {
    UnaryOperator<String> change = PersonalTraces.following(before.answers(), after);
    Map<String, List<Pair>> byPartner =
        pairs.stream()
            .collect(
                Collectors.groupingBy(
                    pair -> pair.side(before.role().other()).registration(),
                    TreeMap::new,
                    Collectors.toList()));
    return byPartner.entrySet().stream()
        .flatMap(
            entry ->
                UnreadableRow.skip(() -> tables.person(entry.getKey()))
                    .flatMap(
                        partner ->
                            following(partner, entry.getValue(), after.person().fullName(), change))
                    .stream())
        .toList();
  }

  /**
   * The two agree on a day, and know each other by their present names from then on: a name that
   * one of them changed after the day before was not copied then.
   */
  List<Write> agreeing(Registration person, Registration partner, Pair before, Pair after) {
    return List.of(
        tables.pairs().agree(before, after, List.of(person, partner)),
        tables.registrations().pairing().know(person, after.id(), partner),
        tables.registrations().pairing().know(partner, after.id(), person));
  }

  private Optional<Write> following(
      Registration partner, List<Pair> pairs, String name, UnaryOperator<String> change) {
    RegistrationState state = partner.state();
    for (Pair pair : pairs) {
      if (!pair.date().isBefore(tables.today())) {
        state = state.withPartner(pair.id(), name);
      }
    }
    return updated(partner, state, change);
  }

  /**
   * Writes a partner's new state, and other words about how to get in; empty if both stay as they
   * are.
   */
  Optional<Write> updated(
      Registration partner, RegistrationState state, UnaryOperator<String> change) {
    Welcome words = partner.welcome().reworded(change);
    return state.equals(partner.state()) && words.equals(partner.welcome())
        ? Optional.empty()
        : Optional.of(tables.registrations().pairing().advance(partner, state, words));
  }
}
