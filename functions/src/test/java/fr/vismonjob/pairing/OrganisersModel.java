package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionProgressTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The steps of {@code model/Pair.tla} that propose pairs to the organisers, and what these do with
 * them. The model counts the runs that propose.
 */
record OrganisersModel(LocalTables tables, Function<DynamoDbClient, Tables> through) {
  private static final String EDITION = "2026";
  private static final String RUN = "2026/2026-11-12/";

  static String run(int number) {
    return RUN + number;
  }

  private Item edition() {
    return tables.row("Editions", EDITION);
  }

  private Proposals proposals(DynamoDbClient client) {
    return new Proposals(through.apply(client), new EditionProgressTable(client, "Editions"));
  }

  /** The run whose proposals count. */
  String proposing() {
    return edition().textOrEmpty("passage_propose");
  }

  private String agreed() {
    return edition().textOrEmpty("accord");
  }

  /** A run begins to propose, and has not deleted anything yet. */
  void nameRun(int number, DynamoDbClient client) {
    boolean named =
        new EditionProgressTable(client, "Editions")
            .replaceProposals(EDITION, proposing(), agreed(), run(number));
    if (!named) {
      throw new AssertionError("run " + number + " cannot propose");
    }
  }

  void drop(String pair, DynamoDbClient client) {
    proposals(client).drop(pair, proposing());
  }

  /** A run begins to propose, and deletes what others have proposed. */
  void replace(DynamoDbClient client) {
    Proposals.Seen seen = new Proposals.Seen(proposing(), agreed());
    proposals(client)
        .replace(EDITION, seen, run(number(seen.proposed()) + 1), LocalTables.ALL_READABLE);
  }

  /** Organisers copy the name of the run into the edition's item. */
  void agree(DynamoDbClient client) {
    if (!proposing().isEmpty()) {
      new ItemTable(client, "Editions", "edition")
          .update(EDITION)
          .set("accord", proposing())
          .apply();
    }
  }

  /** What organisers have agreed to of this pair, for a run to record. */
  Optional<PlannedPair> agreedTo(String pair, LocalDate today, DynamoDbClient client) {
    return agreedTo(today, client).stream().filter(planned -> planned.id().equals(pair)).findAny();
  }

  private List<PlannedPair> agreedTo(LocalDate today, DynamoDbClient client) {
    return agreed().isEmpty()
        ? List.of()
        : proposals(client).of(EDITION, agreed(), today, LocalTables.ALL_READABLE);
  }

  /** A run records all that organisers have agreed to. */
  void publish(LocalDate today, DynamoDbClient client) {
    String run = agreed();
    agreedTo(today, client)
        .forEach(planned -> new PairRecorder(through.apply(client)).record(planned, run));
  }

  void callOff(String pair, LocalDate today, DynamoDbClient client) {
    if (tables.pairs().find(pair).isPresent()) {
      tables.update("Pairs", pair).set("a_annuler", "oui").apply();
      new Releasing(through.apply(client)).release(pair, today);
    }
  }

  /** What the edition's item says, in the words of the model; empty before the first run. */
  Optional<String> state() {
    return Optional.of(number(proposing()))
        .filter(proposing -> proposing > 0)
        .map(proposing -> "edition proposes %d agreed %d".formatted(proposing, number(agreed())));
  }

  static int number(String run) {
    return run.isEmpty() ? 0 : Integer.parseInt(run.substring(RUN.length()));
  }
}
