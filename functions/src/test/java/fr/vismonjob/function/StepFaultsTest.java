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
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.TappedClient.Fault;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A fault at each call of a workflow's step to a table in turn, and the step tried again: the
 * tables and files are as without it, so that nobody is paired or told twice and nobody forgotten.
 */
final class StepFaultsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private final Map<String, String> files = new TreeMap<>();

  private Post begin() {
    TABLES.empty();
    files.clear();
    return Post.of(TABLES, ses.client())
        .edition(EditionBuilder.edition().organisers("a@example.gouv.fr", "b@example.gouv.fr"));
  }

  private void somebodyIsLeftOver() {
    RegistrationBuilder ada = ambassador("Ada").pairedWith("p1", "Zoe Martin");
    begin().registered(ada, student("Zoe"), student("Yan"));
  }

  private void twoWait() {
    begin().registered(ambassador("Ada"), student("Zoe"));
  }

  /** Their day is 24 November, and so is Ada's coaching hour. */
  private void twoMeet() {
    RegistrationBuilder ada = ambassador("Ada").seat("s1", 1).pairedWith("p1", "Zoe Martin");
    RegistrationBuilder zoe = student("Zoe").pairedWith("p1", "Ada Martin");
    begin().registered(ada, zoe, student("Yan"));
    TABLES.put("Pairs", PairBuilder.pair("p1", ada.build(), zoe.build()).item());
    TABLES.put(
        "CoachingSlots",
        Item.empty()
            .put("seance", "s1")
            .put("edition", "2026")
            .put("debut", "2026-11-24T08:00:00+01:00")
            .put("fin", "2026-11-24T09:00:00+01:00")
            .put("places", 10)
            .put("places_restantes", 9)
            .put("inscrits", List.of(ada.build().id()))
            .attributes());
  }

  private void call(DynamoDbClient client, String function, String event) throws IOException {
    LocalWorkflows workflows =
        new LocalWorkflows(TABLES, client, ses.client(), InstantSource.fixed(Post.NOW));
    workflows
        .files()
        .put(
            "passages/2026/2026-11-10/3f1c7a52/recrutement.json",
            "{\"binomes\": 33, \"restes\": 1, \"manques\": []}");
    try {
      workflows
          .function(function)
          .handleRequest(
              Files.newInputStream(Path.of("../events", event)),
              new ByteArrayOutputStream(),
              new TestContext(600_000));
    } finally {
      files.putAll(workflows.files());
    }
  }

  private SortedSet<String> everything() {
    SortedSet<String> all = new TreeSet<>();
    for (String table : List.of("Editions", "Registrations", "CoachingSlots", "Pairs", "Mails")) {
      TABLES.items(table).forEach(item -> all.add(table + " " + new TreeMap<>(item)));
    }
    files.forEach((key, content) -> all.add(key + " " + content));
    return all;
  }

  private void asWithoutTheFault(Runnable begin, String function, String event) throws IOException {
    begin.run();
    TappedClient counting = TappedClient.counting(TABLES.client());
    call(counting.client(), function, event);
    SortedSet<String> done = everything();
    for (int n = 1; n <= counting.calls(); n++) {
      for (Fault fault : Fault.values()) {
        begin.run();
        try {
          call(TappedClient.failing(TABLES.client(), n, fault).client(), function, event);
        } catch (RuntimeException _) {
          // The workflow tries the step again.
        }
        call(TABLES.client(), function, event);
        assertEquals(done, everything(), fault + " at call " + n);
      }
    }
  }

  @Test
  void the_report_is_kept_and_mailed_once_to_each_organiser() throws IOException {
    asWithoutTheFault(this::somebodyIsLeftOver, "ReportFunction", "report.json");
  }

  @Test
  void those_left_over_are_told_once_and_why_is_noted() throws IOException {
    asWithoutTheFault(this::somebodyIsLeftOver, "TellLeftOverFunction", "tell-left-over.json");
  }

  @Test
  void a_pair_is_recorded_once_and_both_are_told() throws IOException {
    asWithoutTheFault(this::twoWait, "RecordPairsFunction", "record-pairs.json");
  }

  @Test
  void reminders_and_last_news_are_queued_once() throws IOException {
    asWithoutTheFault(this::twoMeet, "CampaignFunction", "campaign.json");
  }

  @Test
  void an_edition_is_erased_to_the_last_person() throws IOException {
    asWithoutTheFault(this::twoMeet, "EraseFunction", "erase.json");
  }

  private void day(DynamoDbClient client) {
    new LocalWorkflows(TABLES, client, ses.client(), InstantSource.fixed(Post.NOW))
        .daily("2026-11-10");
  }

  private void startedAgainAfterAnyFault(int mails, RegistrationBuilder... people) {
    Runnable begin = () -> begin().registered(people);
    begin.run();
    TappedClient counting = TappedClient.counting(TABLES.client());
    day(counting.client());
    SortedSet<String> done = TABLES.outcome();
    assertEquals(mails, ses.received().size(), done.toString());
    for (int n = 1; n <= counting.calls(); n++) {
      for (Fault fault : Fault.values()) {
        begin.run();
        ses.received().clear();
        try {
          day(TappedClient.failing(TABLES.client(), n, fault).client());
        } catch (RuntimeException _) {
          // The operator starts the day again.
        }
        day(TABLES.client());
        assertEquals(done, TABLES.outcome(), fault + " at call " + n);
        assertEquals(mails, ses.received().size(), fault + " at call " + n);
      }
    }
  }

  @Test
  void a_matching_day_started_again_ends_as_if_nothing_had_happened() {
    startedAgainAfterAnyFault(
        6,
        ambassador("Ada"),
        student("Zoe"),
        student("Yan").job("securite", "Sécurité"),
        student("Wil").status(Status.A_CONFIRMER).registeredAt("2026-11-01T08:00:00Z"));
  }

  @Test
  void so_does_one_with_a_pair_that_organisers_impose_and_one_that_is_refused() {
    startedAgainAfterAnyFault(
        6,
        ambassador("Ada").job("securite", "Sécurité").imposed("Zoe"),
        student("Zoe").imposed("Ada"),
        student("Yan").imposed("Wil"),
        ambassador("Wil").status(Status.A_CONFIRMER).registeredAt("2026-11-01T08:00:00Z"));
    assertEquals(
        "L’ambassadrice ou l’ambassadeur n’a pas encore confirmé son inscription.",
        Item.of(row("Yan")).required("a_apparier_refus"));
    assertTrue(row("Yan").containsKey("a_apparier_avec"));
    for (String name : List.of("Ada", "Zoe")) {
      assertFalse(row(name).containsKey("a_apparier_avec"));
    }
  }

  private static Map<String, AttributeValue> row(String name) {
    return TABLES.items("Registrations").stream()
        .filter(item -> Item.of(item).required("prenom").equals(name))
        .findAny()
        .orElseThrow();
  }
}
