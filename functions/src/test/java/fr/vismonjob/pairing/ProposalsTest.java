package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.registration.RegistrationBuilder;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Of several runs the proposals of one count; those of the others are rows to delete. */
final class ProposalsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final LocalDate DAY = LocalDate.parse("2026-11-24");
  private static final Proposals.Seen FIRST = new Proposals.Seen("first", "");

  private static Tables tables(DynamoDbClient client) {
    return TABLES.tables(client, InstantSource.system());
  }

  private static Proposals proposals(DynamoDbClient client) {
    return new Proposals(tables(client), new EditionProgressTable(client, "Editions"));
  }

  private static Proposals proposals() {
    return proposals(TABLES.client());
  }

  /** The keys of two people's row, whether or not it is there. */
  private static String idOf(String host, String student) {
    return PairId.of(RegistrationBuilder.id(host), RegistrationBuilder.id(student));
  }

  private static PlannedPair planned(String host, String student) {
    return new PlannedPair(
        standing(ambassador(host)), standing(student(student)), 100, DAY, 3, List.of("x"), 0);
  }

  private static void proposed(String run, String host, String student) {
    assertEquals(PairRecorder.Result.RECORDED, recorder().propose(planned(host, student), run));
  }

  private static PairRecorder recorder() {
    return new PairRecorder(tables(TABLES.client()));
  }

  private static Entrant.Standing standing(RegistrationBuilder person) {
    TABLES.put("Registrations", person.item());
    return Entrant.of(person.build(), "", DAY.minusDays(9)).orElseThrow().standing();
  }

  private static Set<String> left() {
    Set<String> left = new TreeSet<>();
    TABLES
        .pairs()
        .scanProposals("2026", LocalTables.ALL_READABLE)
        .forEach(found -> left.add(found.pair().id()));
    return left;
  }

  private static List<String> published(String run, LocalDate today) {
    return proposals().of("2026", run, today, LocalTables.ALL_READABLE).stream()
        .map(PlannedPair::id)
        .toList();
  }

  @BeforeEach
  void two_runs() {
    TABLES.put("Editions", EditionBuilder.edition().onAgreement().proposed("first").item());
    proposed("first", "Ada", "Zoe");
    proposed("first", "Bob", "Yan");
    proposed("second", "Eve", "Xam");
    TABLES.update("Pairs", idOf("Bob", "Yan")).set("a_annuler", "x").apply();
  }

  @Test
  void what_may_be_published_is_of_that_run_unmarked_and_before_its_day() {
    assertEquals(List.of(idOf("Ada", "Zoe")), published("first", DAY.minusDays(1)));
    assertEquals(List.of(), published("first", DAY));
    assertEquals(List.of(idOf("Eve", "Xam")), published("second", DAY.minusDays(1)));
  }

  @Test
  void a_run_s_proposals_take_the_place_of_all_others_but_the_marked() {
    assertEquals(1, proposals().replace("2026", FIRST, "second", LocalTables.ALL_READABLE));
    assertEquals(Set.of(idOf("Bob", "Yan"), idOf("Eve", "Xam")), left());
    assertEquals(0, proposals().replace("2026", FIRST, "second", LocalTables.ALL_READABLE));
    assertEquals("second", TABLES.row("Editions", "2026").required("passage_propose"));
  }

  @Test
  void a_run_without_pairs_leaves_none_that_count() {
    assertEquals(2, proposals().remove("2026", FIRST, "third", LocalTables.ALL_READABLE));
    assertEquals(Set.of(idOf("Bob", "Yan")), left());
    assertEquals("", TABLES.row("Editions", "2026").textOrEmpty("passage_propose"));
  }

  @Test
  void nothing_is_deleted_once_organisers_have_agreed() {
    TABLES.update("Editions", "2026").set("accord", "first").apply();
    assertThrows(
        ProposalsChanged.class,
        () -> proposals().replace("2026", FIRST, "second", LocalTables.ALL_READABLE));
    assertEquals(3, left().size());
  }

  @Test
  void a_proposal_that_becomes_a_pair_this_moment_stays() {
    assertStays(pair -> recorder().record(pair, "first"), PairStatus.FORME, "first");
  }

  @Test
  void a_proposal_that_the_new_run_makes_its_own_this_moment_stays() {
    assertStays(pair -> recorder().propose(pair, "second"), PairStatus.PROPOSE, "second");
  }

  /** Somebody else acts just before each call in turn. */
  private void assertStays(Consumer<PlannedPair> rival, PairStatus status, String run) {
    TappedClient counting = TappedClient.counting(TABLES.client());
    proposals(counting.client()).replace("2026", FIRST, "second", LocalTables.ALL_READABLE);
    for (int n = 1; n <= counting.calls(); n++) {
      TABLES.empty();
      two_runs();
      PlannedPair pair = planned("Ada", "Zoe");
      TappedClient meanwhile =
          TappedClient.interrupted(TABLES.client(), n, () -> rival.accept(pair));
      proposals(meanwhile.client()).replace("2026", FIRST, "second", LocalTables.ALL_READABLE);
      Pair left = TABLES.pairs().find(pair.id()).orElseThrow();
      assertEquals(status, left.status());
      assertEquals(run, left.origin().run());
    }
  }
}
