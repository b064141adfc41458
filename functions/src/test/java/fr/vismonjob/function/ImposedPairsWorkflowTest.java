package fr.vismonjob.function;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.matching.Figures;
import fr.vismonjob.pairing.ImposedCosts;
import fr.vismonjob.pairing.ImposedCosts.ImposedCost;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import fr.vismonjob.workflow.ImposedJson;
import fr.vismonjob.workflow.RunFiles;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Pairs that organisers impose, through the days of a run. */
final class ImposedPairsWorkflowTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private LocalWorkflows workflows() {
    return new LocalWorkflows(TABLES, TABLES.client(), ses.client(), InstantSource.fixed(Post.NOW));
  }

  private void registered(RegistrationBuilder... people) {
    Post.of(TABLES, ses.client())
        .edition(EditionBuilder.edition().organisers("orga@example.gouv.fr"))
        .registered(people);
  }

  private static Item row(String name) {
    return TABLES.items("Registrations").stream()
        .map(Item::of)
        .filter(item -> item.required("prenom").equals(name))
        .findAny()
        .orElseThrow();
  }

  private static void impose(String on, String with) {
    Map<String, AttributeValue> item = new HashMap<>(row(on).attributes());
    item.put("a_apparier_avec", AttributeValue.fromS(RegistrationBuilder.id(with)));
    TABLES.put("Registrations", item);
  }

  private static List<Item> pairs(String status) {
    return TABLES.items("Pairs").stream()
        .map(Item::of)
        .filter(pair -> pair.required("statut").equals(status))
        .toList();
  }

  private static RegistrationBuilder inLyon(RegistrationBuilder person) {
    return person.place("Lyon", "69", "Rhône", 45.76, 4.84);
  }

  @Test
  void two_far_apart_are_a_pair_that_day_once_and_the_others_around_them() {
    registered(ambassador("Ada"), inLyon(ambassador("Bob")), student("Zoe"), student("Yan"));
    impose("Bob", "Zoe");
    LocalWorkflows workflows = workflows();
    workflows.daily("2026-11-10");
    assertEquals(
        List.of("Ada Martin + Yan Martin", "Bob Martin + Zoe Martin"),
        pairs("FORME").stream()
            .map(pair -> pair.required("ambassadeur") + " + " + pair.required("etudiant"))
            .sorted()
            .toList());
    Item imposed =
        pairs("FORME").stream()
            .filter(pair -> pair.required("ambassadeur").equals("Bob Martin"))
            .findAny()
            .orElseThrow();
    assertEquals("Binôme choisi par l’équipe d’organisation.", imposed.list("raisons").getFirst());
    assertFalse(row("Bob").has("a_apparier_avec"));
    ImposedCost cost = costs(workflows).runs().getFirst().cost();
    assertEquals(List.of(imposed.required("binome")), cost.pairs());
    assertEquals(new Figures(2, 0, 0, 172), cost.with());
    assertEquals(new Figures(1, 0, 0, 100), cost.without());
    String csv =
        workflows.files().entrySet().stream()
            .filter(file -> file.getKey().endsWith("/imposes.csv"))
            .map(Map.Entry::getValue)
            .findAny()
            .orElseThrow();
    assertTrue(csv.contains("2026-11-10;avec;1;2;0;0;172\r\n2026-11-10;sans;0;1;0;0;100\r\n"), csv);

    int mails = ses.received().size();
    workflows.daily("2026-11-10");
    assertEquals(2, TABLES.items("Pairs").size());
    assertEquals(mails, ses.received().size());
  }

  /** Files of runs expire after 30 days, the reports of an edition go on. */
  @Test
  void a_report_tells_what_imposing_cost_when_the_files_of_that_run_are_gone() {
    registered(ambassador("Ada"), inLyon(ambassador("Bob")), student("Zoe"));
    impose("Bob", "Zoe");
    LocalWorkflows workflows = workflows();
    workflows.daily("2026-11-10");
    workflows.files().keySet().removeIf(file -> file.startsWith(RunFiles.RUNS));
    workflows.daily("2026-11-11");
    assertTrue(
        workflows.files().entrySet().stream()
            .filter(file -> file.getKey().matches("rapports/2026/2026-11-11/.*/imposes\\.csv"))
            .anyMatch(file -> file.getValue().contains("2026-11-10;avec;1;")));
  }

  private static ImposedCosts costs(LocalWorkflows workflows) {
    return ImposedJson.costs(workflows.runFiles(), "2026");
  }

  @Test
  void a_cancelled_pair_is_made_again_because_organisers_want_it_and_both_are_told_again() {
    registered(ambassador("Ada"), student("Zoe"));
    workflows().daily("2026-11-10");
    Map<String, AttributeValue> pair = new HashMap<>(TABLES.items("Pairs").getFirst());
    pair.put("a_annuler", AttributeValue.fromBool(true));
    TABLES.put("Pairs", pair);
    impose("Zoe", "Ada");
    workflows().daily("2026-11-11");
    assertEquals(1, pairs("ANNULE").size());
    assertEquals(1, pairs("FORME").size());
    assertEquals(List.of(pairs("FORME").getFirst().required("binome")), row("Zoe").list("binomes"));
    assertEquals(
        4,
        TABLES.items("Mails").stream()
            .filter(mail -> Item.of(mail).required("modele").equals("binome"))
            .count());
  }

  @Test
  void what_cannot_be_is_answered_and_made_as_soon_as_it_can() {
    registered(
        ambassador("Ada").capacity(2),
        student("Zoe").status(Status.A_CONFIRMER).registeredAt("2026-11-01T08:00:00Z"),
        student("Yan"));
    impose("Ada", "Zoe");
    workflows().daily("2026-11-10");
    assertEquals(
        "L’étudiante ou l’étudiant n’a pas encore confirmé son inscription.",
        row("Ada").required("a_apparier_refus"));
    assertTrue(row("Ada").has("a_apparier_avec"));
    assertEquals(1, pairs("FORME").size(), "Ada and Yan");
    registered(student("Zoe"));
    workflows().daily("2026-11-11");
    assertEquals(2, pairs("FORME").size());
    assertFalse(row("Ada").has("a_apparier_refus"));
    assertFalse(row("Ada").has("a_apparier_avec"));
  }

  @Test
  void a_trial_imposes_nothing_and_answers_nothing() {
    registered(ambassador("Ada"), student("Zoe").status(Status.A_CONFIRMER), student("Yan"));
    impose("Ada", "Yan");
    impose("Zoe", "Ada");
    LocalWorkflows workflows = workflows();
    workflows.daily("2026-10-30");
    assertEquals(List.of(), TABLES.items("Pairs"));
    assertTrue(row("Ada").has("a_apparier_avec"));
    assertFalse(row("Zoe").has("a_apparier_refus"));
    assertEquals(ImposedCosts.NONE, costs(workflows));
  }
}
