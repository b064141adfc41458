package fr.vismonjob.edition;

import static fr.vismonjob.edition.EditionBuilder.edition;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.vismonjob.dynamodb.LocalTables;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class PublicFiguresTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final LocalDate BEFORE = LocalDate.parse("2026-11-10");
  private static final LocalDate AFTER = LocalDate.parse("2026-11-25");

  private static void publish(String id, PublicFigures figures, LocalDate takenOn) {
    new EditionProgressTable(TABLES.client(), "Editions")
        .publish(edition(id).build(), figures, takenOn);
  }

  private static PublicFigures published() {
    return seen(AFTER).getFirst().figures();
  }

  private static List<EditionInFigures> seen(LocalDate today) {
    return new EditionTable(TABLES.client(), "Editions", InstantSource.system()).inFigures(today);
  }

  private static List<String> names(LocalDate today) {
    return seen(today).stream().map(EditionInFigures::edition).toList();
  }

  private static PublicFigures of(long ambassadors, long students) {
    return PublicFigures.of(ambassadors, students, 0, 0, Optional.empty());
  }

  private static PublicFigures mark(double mean, long of) {
    return PublicFigures.of(9, 9, 9, 9, Optional.of(new PublicFigures.Mean(mean, of)));
  }

  private static double mark() {
    return published().mark().orElseThrow().value();
  }

  @Test
  void a_number_under_five_is_neither_told_nor_kept() {
    TABLES.put("Editions", edition().item());
    Optional<PublicFigures.Mean> ofFour = Optional.of(new PublicFigures.Mean(3, 4));
    publish("2026", PublicFigures.of(4, 5, 0, 3, ofFour), AFTER);
    assertEquals(OptionalLong.empty(), published().ambassadors());
    assertEquals(OptionalLong.of(5), published().students());
    assertEquals(OptionalLong.empty(), published().daysHeld());
    assertEquals(Optional.empty(), published().mark());
    Map<String, AttributeValue> kept =
        TABLES.items("Editions").getFirst().getOrDefault("chiffres", s("")).m();
    assertEquals(List.of("etudiants", "releves_le"), kept.keySet().stream().sorted().toList());
  }

  @Test
  void nobody_who_took_part_is_taken_away_once_the_day_has_come() {
    TABLES.put("Editions", edition().item());
    publish("2026", of(12, 20), BEFORE);
    publish("2026", of(11, 21), BEFORE);
    assertEquals(OptionalLong.of(11), published().ambassadors(), "one has withdrawn");
    publish("2026", of(10, 20), AFTER);
    assertEquals(OptionalLong.of(10), published().ambassadors(), "another one has");
    publish("2026", of(2, 0), AFTER.plusDays(1));
    assertEquals(OptionalLong.of(10), published().ambassadors(), "they are erased");
    assertEquals(OptionalLong.of(20), published().students());
  }

  @Test
  void a_mean_changes_only_with_five_more_marks() {
    TABLES.put("Editions", edition().item());
    publish("2026", mark(4.5, 6), AFTER);
    publish("2026", mark(4.0, 10), AFTER);
    assertEquals(4.5, mark(), "it would tell what four people said");
    publish("2026", mark(4.25, 11), AFTER);
    assertEquals(4.25, mark());
    publish("2026", mark(5, 1), AFTER);
    assertEquals(4.25, mark());
  }

  @Test
  void the_latest_edition_is_first_and_those_in_preparation_are_not_shown() {
    TABLES.put("Editions", edition("2026").item());
    TABLES.put("Editions", later("2027"));
    TABLES.put("Editions", later("2028"));
    publish("2026", of(7, 7), AFTER);
    publish("2027", of(7, 7), AFTER);
    Map<String, AttributeValue> draft = new HashMap<>(edition("brouillon").item());
    draft.remove("jour");
    draft.put("chiffres", AttributeValue.fromM(Map.of("releves_le", s("2026-11-25"))));
    TABLES.put("Editions", draft);
    assertEquals(List.of("2026"), names(AFTER));
    assertEquals(List.of("2027", "2026"), names(LocalDate.parse("2027-09-14")));
  }

  @Test
  void an_edition_that_cannot_be_read_stands_aside_alone() {
    TABLES.put("Editions", edition("2026").item());
    TABLES.put("Editions", edition("2025").item());
    publish("2025", of(7, 7), AFTER);
    publish("2026", of(7, 7), AFTER);
    Map<String, AttributeValue> broken = new HashMap<>(edition("2026").brokenItem());
    broken.put("chiffres", AttributeValue.fromM(Map.of("releves_le", s("2026-11-25"))));
    TABLES.put("Editions", broken);
    assertEquals(List.of("2025"), names(AFTER));
  }

  @Test
  void figures_that_somebody_has_spoilt_are_taken_anew() {
    Map<String, AttributeValue> spoilt = new HashMap<>(edition().item());
    spoilt.put("chiffres", s("?"));
    TABLES.put("Editions", spoilt);
    publish("2026", of(7, 7), AFTER);
    assertEquals(OptionalLong.of(7), published().students());
  }

  @Test
  void figures_of_an_edition_that_was_deleted_make_no_row() {
    publish("2026", of(7, 7), AFTER);
    assertFalse(TABLES.items("Editions").stream().anyMatch(row -> row.containsKey("chiffres")));
  }

  private static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  private static Map<String, AttributeValue> later(String id) {
    return edition(id)
        .day(id + "-11-23")
        .registration(id + "-09-14", id + "-11-12")
        .matching(id + "-11-02", id + "-11-15")
        .item();
  }
}
