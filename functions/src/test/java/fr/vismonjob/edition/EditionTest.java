package fr.vismonjob.edition;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EditionTest {
  private static final Map<String, Function<Edition, Object>> SETTINGS =
      Map.of(
          "inscriptions_au", Edition::registrationUntil,
          "dernier_appariement", Edition::lastMatching,
          "fenetre_jours", Edition::windowDays,
          "conservation_jours", Edition::retentionDays,
          "domaines_etat", Edition::stateDomains,
          "expediteur", Edition::sender,
          "organisateurs", Edition::organisers,
          "graine", Edition::seed,
          "publication", Edition::isOnAgreement);

  private static Edition with(String attribute, String typed) {
    return with(EditionBuilder.edition(), attribute, typed);
  }

  private static Edition with(EditionBuilder edition, String attribute, String typed) {
    return new Edition(new EditionItem(Item.of(edition.item(attribute, typed))));
  }

  private static Object read(String attribute, String typed) {
    return java.util.Objects.requireNonNull(SETTINGS.get(attribute)).apply(with(attribute, typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inscriptions_au | 2026-09-15 | 2026-09-15",
        "dernier_appariement | 2026-11-03 | 2026-11-03",
        "dernier_appariement | 2026-11-23 | 2026-11-23",
        "fenetre_jours | 0 | 0",
        "fenetre_jours | 60 | 60",
        "conservation_jours | 8 | 8",
        "conservation_jours | 36525 | 36525",
        "domaines_etat | @Gouv.fr, justice-ministere.fr | [gouv.fr, justice-ministere.fr]",
        "expediteur | vmj@example.gouv.fr | vmj@example.gouv.fr",
        "organisateurs | a@b.fr, c@d.fr | [a@b.fr, c@d.fr]",
        "organisateurs | a@b.fr, c@d.fr, A@B.fr, a@b.fr | [a@b.fr, c@d.fr]",
        "graine | 42 | 42",
        "publication | sur accord | true",
        "publication | automatique | false"
      })
  void a_setting_is_what_organisers_typed(String attribute, String typed, String read) {
    assertEquals(read, read(attribute, typed).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "inscriptions_au, 2026-09-14",
    "dernier_appariement, 2026-11-02",
    "dernier_appariement, 2026-11-24",
    "fenetre_jours, -1",
    "fenetre_jours, 61",
    "conservation_jours, 7",
    "conservation_jours, 36526",
    "domaines_etat, ' '",
    "domaines_etat, gouv",
    "domaines_etat, gouv.fr/x",
    "expediteur, vmj",
    "expediteur, 'vmj@a.fr, b@a.fr'",
    "organisateurs, 'a@b.fr, personne'",
    "publication, peut-être"
  })
  void a_setting_that_cannot_be_stops_what_asks_for_it_and_is_named(
      String attribute, String typed) {
    InvalidEdition fault = assertThrows(InvalidEdition.class, () -> read(attribute, typed));
    assertEquals("édition « 2026 », attribut « " + attribute + " »", fault.where());
  }

  @Test
  void a_setting_left_out_has_its_usual_value() {
    assertEquals(14, read("fenetre_jours", ""));
    assertEquals(90, read("conservation_jours", ""));
    assertEquals(1L, read("graine", ""));
    assertEquals(List.of(), read("organisateurs", ""));
    assertEquals(false, read("publication", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "ada@gouv.fr, true",
    "ada@numerique.gouv.fr, true",
    "ada@a.b.Gouv.FR, true",
    "ada@pasgouv.fr, false",
    "ada@gouv.fr.example, false",
    "gouv.fr@example.fr, false",
    "'a@gouv.fr@example.fr', false"
  })
  void an_address_is_the_State_s_by_a_domain_or_one_below_it(String address, boolean expected) {
    assertEquals(expected, EditionBuilder.edition().build().isStateAddress(address));
  }

  @ParameterizedTest
  @CsvSource({"2026-09-14, false", "2026-09-15, true", "2026-11-13, true", "2026-11-14, false"})
  void one_may_register_on_the_first_day_and_the_last(LocalDate today, boolean open) {
    assertEquals(open, EditionBuilder.edition().build().isRegistrationOpen(today));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-22, GOES_ON", "2026-11-23, ENDS_TODAY", "2026-11-24, OVER"})
  void partners_are_looked_for_until_the_last_day_of_matching(LocalDate today, Search told) {
    assertEquals(told, with("dernier_appariement", "2026-11-23").search(today));
  }

  @Test
  void a_pair_may_meet_on_the_day_and_the_working_days_of_the_window_around_it() {
    assertEquals(
        List.of("2026-11-23", "2026-11-24", "2026-11-25"),
        with("fenetre_jours", "1").possibleDays().stream().map(LocalDate::toString).toList());
  }

  @Test
  void personal_data_is_erased_as_many_days_after_the_event_as_it_is_kept() {
    assertEquals(LocalDate.parse("2026-12-02"), with("conservation_jours", "8").erasureDay());
  }

  @Test
  void an_agreement_is_to_the_run_that_was_proposed_last() {
    EditionBuilder asked = EditionBuilder.edition().onAgreement().proposed("2026/2026-11-10");
    Edition agreed = with(asked, "accord", "2026/2026-11-10");
    assertEquals(Optional.of("2026/2026-11-10"), agreed.agreed());
    assertEquals(Optional.of("2026/2026-11-10"), agreed.proposed());
    assertDoesNotThrow(agreed::checkAgreement);
    assertDoesNotThrow(asked.build()::checkAgreement);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026/2026-11-10"})
  void an_agreement_to_anything_else_is_told_with_what_counts(String proposed) {
    Edition slip =
        with(
            EditionBuilder.edition().onAgreement().proposed(proposed), "accord", "2026/2026-11-09");
    InvalidEdition fault = assertThrows(InvalidEdition.class, slip::checkAgreement);
    assertEquals("édition « 2026 », attribut « accord »", fault.where());
    String counts = proposed.isEmpty() ? "(aucun)" : "(« " + proposed + " »)";
    assertTrue(String.valueOf(fault.getMessage()).contains(counts), fault::toString);
  }
}
