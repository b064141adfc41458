package fr.vismonjob.site;

import static fr.vismonjob.edition.EditionBuilder.edition;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.edition.PublicFigures;
import fr.vismonjob.json.Json;
import fr.vismonjob.page.Publisher;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class StatisticsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static String json() {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-12-20T10:00:00Z"));
    Answer answer =
        new PlainPages(
                new EditionTable(TABLES.client(), "Editions", clock),
                () -> {
                  throw new AssertionError("no page is needed");
                },
                () -> Publisher.of(Map.of()),
                clock)
            .statistics()
            .get(
                new Request(
                    "GET",
                    "/statistiques",
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    new byte[0],
                    "http://localhost/Prod",
                    "test"));
    return Json.write(assertInstanceOf(Answer.Shown.class, answer).json());
  }

  @Test
  void without_a_report_there_are_no_editions() {
    TABLES.put("Editions", edition().item());
    assertEquals("{\"editions\":[]}", json());
  }

  @Test
  void a_number_that_is_not_told_is_null() {
    TABLES.put("Editions", edition().item());
    Optional<PublicFigures.Mean> mark = Optional.of(new PublicFigures.Mean(13 / 3.0, 6));
    new EditionProgressTable(TABLES.client(), "Editions")
        .publish(
            edition().build(),
            PublicFigures.of(5, 1200, 4, 3, mark),
            LocalDate.parse("2026-12-01"));
    assertEquals(
        "{\"editions\":[{\"edition\":\"2026\",\"jour\":\"2026-11-24\",\"ambassadeurs\":5,"
            + "\"etudiants\":1200,\"binomes\":null,\"journees\":null,\"note\":4.33}]}",
        json());
  }
}
