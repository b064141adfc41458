package fr.vismonjob.function;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.TappedClient.Fault;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.registration.RegistrationBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The report and the news for those left over, with a fault at each call to a table in turn. */
final class ReportFaultsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private final Map<String, String> files = new TreeMap<>();

  private void begin() {
    TABLES.empty();
    files.clear();
    RegistrationBuilder ada = ambassador("Ada").pairedWith("p1", "Zoe Martin");
    Post.of(TABLES, ses.client())
        .edition(EditionBuilder.edition().organisers("a@example.gouv.fr", "b@example.gouv.fr"))
        .registered(ada, student("Zoe"), student("Yan"));
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
    for (String table : new String[] {"Registrations", "Pairs", "Mails"}) {
      TABLES.items(table).forEach(item -> all.add(table + " " + new TreeMap<>(item)));
    }
    files.forEach((key, content) -> all.add(key + " " + content));
    return all;
  }

  private void asWithoutTheFault(String function, String event) throws IOException {
    begin();
    TappedClient counting = TappedClient.counting(TABLES.client());
    call(counting.client(), function, event);
    SortedSet<String> done = everything();
    for (int n = 1; n <= counting.calls(); n++) {
      for (Fault fault : Fault.values()) {
        begin();
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
    asWithoutTheFault("ReportFunction", "report.json");
  }

  @Test
  void those_left_over_are_told_once_and_why_is_noted() throws IOException {
    asWithoutTheFault("TellLeftOverFunction", "tell-left-over.json");
  }
}
