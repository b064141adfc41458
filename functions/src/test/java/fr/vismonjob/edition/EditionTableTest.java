package fr.vismonjob.edition;

import static fr.vismonjob.edition.EditionBuilder.edition;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class EditionTableTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static EditionTable on(String day) {
    return new EditionTable(
        TABLES.client(),
        "Editions",
        InstantSource.fixed(
            LocalDate.parse(day).atTime(12, 0).atZone(FrenchDates.PARIS).toInstant()));
  }

  private static void there(EditionBuilder edition) {
    TABLES.put("Editions", edition.item());
  }

  private static void there(EditionBuilder edition, String attribute, AttributeValue value) {
    Map<String, AttributeValue> item = new HashMap<>(edition.item());
    item.put(attribute, value);
    TABLES.put("Editions", item);
  }

  private static EditionBuilder next() {
    return edition("2027")
        .day("2027-11-23")
        .registration("2027-09-14", "2027-11-12")
        .matching("2027-11-02", "2027-11-15");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-01, 2026", // none has begun: the one that begins first
    "2026-09-15, 2026",
    "2027-03-01, 2026", // the next one is prepared beside it
    "2027-09-13, 2026",
    "2027-09-14, 2027"
  })
  void the_current_edition_is_the_one_whose_registration_began_last(String today, String current) {
    there(edition());
    there(next());
    assertEquals(current, on(today).current().id());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-01, 2027-09-14",
    "2027-03-01, 2027-09-14",
    "2027-09-13, 2027-09-14",
    "2027-09-14, ''"
  })
  void when_the_next_one_begins_is_known_of_the_one_after_the_current(String today, String next) {
    there(edition());
    there(next());
    there(
        edition("brouillon").registration("2027-01-04", "2027-11-12"),
        "jour",
        AttributeValue.fromS(""));
    assertEquals(next, on(today).nextRegistration().map(LocalDate::toString).orElse(""));
  }

  @Test
  void of_two_that_begin_on_one_day_the_earlier_event_counts() {
    there(edition());
    there(edition("2026-bis").day("2026-12-01"));
    assertEquals("2026", on("2026-10-01").current().id());
    assertEquals("2026", on("2026-09-01").current().id());
  }

  @Test
  void nobody_sees_a_draft() {
    there(edition());
    there(next().registration("2026-10-01", "2026-11-13"), "jour", AttributeValue.fromS(" "));
    assertEquals("2026", on("2026-10-10").current().id());
    assertTrue(on("2026-10-10").find("2027").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jour", "inscriptions_du"})
  void a_day_that_cannot_be_read_hides_the_current_edition_but_not_another_by_name(String name) {
    there(edition());
    there(next(), name, AttributeValue.fromS("bientôt"));
    InvalidEdition fault = assertThrows(InvalidEdition.class, () -> on("2026-10-10").current());
    assertEquals("édition « 2027 », attribut « " + name + " »", fault.where());
    assertTrue(on("2026-10-10").find("2026").isPresent());
  }

  @ParameterizedTest
  @CsvSource({"fenetre_jours", "domaines_etat", "conservation_jours", "dernier_appariement"})
  void a_setting_that_the_public_pages_need_stops_them(String name) {
    there(edition(), name, AttributeValue.fromBool(true));
    assertThrows(InvalidEdition.class, () -> on("2026-10-10").current());
    assertEquals("2026-11-24", on("2026-10-10").find("2026").orElseThrow().day().toString());
  }

  @Test
  void the_current_edition_needs_a_name_that_registrations_can_keep() {
    there(edition("2026 "));
    InvalidEdition fault = assertThrows(InvalidEdition.class, () -> on("2026-10-10").current());
    assertEquals("édition « 2026  », attribut « edition »", fault.where());
  }

  @Test
  void an_edition_with_people_that_was_deleted_or_made_a_draft_is_named() {
    there(edition(), "jour", AttributeValue.fromNul(true));
    for (String id : List.of("2025", "2026")) {
      InvalidEdition fault = assertThrows(InvalidEdition.class, () -> on("2026-10-10").named(id));
      assertEquals("édition « " + id + " », attribut « jour »", fault.where());
    }
  }

  @Test
  void wrong_addresses_of_organisers_stop_the_report_alone() {
    there(edition(), "organisateurs", AttributeValue.fromSs(List.of("pas une adresse")));
    Edition current = on("2026-10-10").current();
    assertThrows(InvalidEdition.class, current::organisers);
    assertEquals("vis-mon-job@numerique.gouv.fr", current.sender());
  }

  @Test
  void settings_are_read_in_whatever_type_the_console_gave_them() {
    there(edition(), "fenetre_jours", AttributeValue.fromS(" 7 "));
    assertEquals(7, on("2026-10-10").current().windowDays());
    there(edition(), "domaines_etat", AttributeValue.fromS("gouv.fr, Justice.fr"));
    assertEquals(List.of("gouv.fr", "justice.fr"), on("2026-10-10").current().stateDomains());
    there(edition(), "organisateurs", AttributeValue.fromS("a@gouv.fr\u00a0;\u202fb@gouv.fr"));
    assertEquals(List.of("a@gouv.fr", "b@gouv.fr"), on("2026-10-10").current().organisers());
    there(edition(), "publication", AttributeValue.fromS("sur\u00a0accord"));
    assertTrue(on("2026-10-10").current().isOnAgreement());
    there(edition(), "jour", AttributeValue.fromS("\u00a02026-11-24 "));
    assertEquals("2026-11-24", on("2026-10-10").current().day().toString());
  }
}
