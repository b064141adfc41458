package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.pairing.Erasing;
import fr.vismonjob.pairing.Life;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.report.Reporting;
import fr.vismonjob.workflow.ListFiles;
import fr.vismonjob.workflow.RunFiles;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A report is written and somebody erased at once: the list of pairs never keeps the name. */
final class ListRacesTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String DAY = "2026/2026-11-12/a";
  private static final InstantSource NOON =
      InstantSource.fixed(Life.TODAY.atTime(12, 0).atZone(FrenchDates.PARIS).toInstant());

  private MemoryFiles files = new MemoryFiles();

  /** Counts the calls to tables and bucket, and does something else before one of them. */
  private static final class Rival {
    private final int at;
    private final Runnable act;
    private int calls;

    Rival(int at, Runnable act) {
      this.at = at;
      this.act = act;
    }

    void beforeCall() {
      if (++calls == at) {
        act.run();
      }
    }

    DynamoDbClient client() {
      return TappedClient.before(TABLES.client(), this::beforeCall).client();
    }

    RunFiles files(RunFiles real) {
      return new RunFiles() {
        @Override
        public void write(String key, String content) {
          beforeCall();
          real.write(key, content);
        }

        @Override
        public String read(String key) {
          beforeCall();
          return real.read(key);
        }

        @Override
        public Optional<String> find(String key) {
          beforeCall();
          return real.find(key);
        }

        @Override
        public void delete(String key) {
          beforeCall();
          real.delete(key);
        }
      };
    }
  }

  private Tables tables(Rival rival) {
    return TABLES.tables(rival.client(), lists(rival), NOON);
  }

  private ListFiles lists(Rival rival) {
    return new ListFiles(() -> rival.files(files));
  }

  private void report(Rival rival) {
    Reporting reporting = new Reporting(tables(rival));
    lists(rival).write("2026", DAY, () -> reporting.pairs("2026"));
  }

  private void erase(Rival rival) {
    new Erasing(tables(rival)).erase(Life.ZOE, TABLES.addresses(TABLES.client()));
  }

  private static Rival nobody() {
    return new Rival(0, () -> {});
  }

  /**
   * @return how many calls there are to act before
   */
  private int interleave(BiConsumer<ListRacesTest, Rival> first, Runnable second) {
    for (int n = 1; ; n++) {
      TABLES.empty();
      Life.begun(TABLES);
      files = new MemoryFiles();
      report(nobody());
      assertTrue(files.all().toString().contains("Zoe Martin"), "the list of the day before");
      Rival rival = new Rival(n, second);
      first.accept(this, rival);
      if (rival.calls < n) {
        return n - 1;
      }
      assertEquals(
          List.of(),
          files.all().values().stream().filter(text -> text.contains("Zoe")).toList(),
          "rival before call " + n);
    }
  }

  @Test
  void somebody_is_erased_before_any_call_of_a_report() {
    int calls = interleave(ListRacesTest::report, () -> erase(nobody()));
    assertEquals(8, calls);
  }

  @Test
  void a_report_is_written_before_any_call_of_an_erasure() {
    int calls = interleave(ListRacesTest::erase, () -> report(nobody()));
    assertTrue(calls > 10, "calls " + calls);
  }

  @Test
  void an_address_that_changes_meanwhile_is_the_new_one_in_the_list() {
    Life life = Life.begun(TABLES);
    report(
        new Rival(
            6,
            () ->
                TABLES
                    .update("Pairs", Life.WITH_ZOE)
                    .set("etudiant_courriel", "zoe.martin@example.fr")
                    .apply()));
    assertTrue(files.all().toString().contains("zoe.martin@example.fr"));
    assertEquals("zoe.martin@example.fr", life.pair(Life.WITH_ZOE).student().address());
  }
}
