package fr.vismonjob.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegisterResourceTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  /** Noon in Paris on the day of these tests. */
  private static final long NOW = 1_790_848_800_000L;

  private static final String[] SHEET = {
    "prenom", "Zoé",
    "nom", "<b>Martin</b> & Cie",
    "courriel", "zoe@example.org",
    "telephone", "",
    "code_postal", "05000",
    "commune", "05061",
    "rayon_km", "80",
    "dates", "2026-11-24",
    "dates", "2026-11-26",
    "besoins", "Deux lignes,\r\nla seconde.",
    "etablissement", "INSA",
    "niveau", "bac+5",
    "metiers", "donnees",
    "metiers", "",
    "metiers", "securite",
    "tout_metier", "oui",
    "administrations", "justice",
    "consentement", "oui"
  };

  private LocalSite web;

  @BeforeEach
  void begin() {
    web = LocalSite.on(TABLES, LocalDate.of(2026, 10, 1));
  }

  private Visit send(String... more) {
    return send(web, "/etudiants", more);
  }

  static Visit send(LocalSite web, String path, String... more) {
    return Visit.post(
        web, path, Stream.concat(Arrays.stream(SHEET), Arrays.stream(more)).toArray(String[]::new));
  }

  private static int registered() {
    return TABLES.items("Registrations").size();
  }

  @ParameterizedTest
  @CsvSource({"2026-09-14, seront", "2026-11-14, étaient"})
  void outside_its_days_a_program_is_told_when_registration_is_open(LocalDate day, String when) {
    Visit visit = Visit.postJson(LocalSite.on(TABLES, day), "/etudiants", Map.of());
    assertEquals(409, visit.status());
    assertTrue(
        visit.body().contains("Les inscriptions " + when + " ouvertes du mardi 15"), visit.body());
  }

  @Test
  void what_a_program_sends_is_registered_at_once() {
    Visit visit = send();

    assertEquals(303, visit.status());
    assertEquals(1, registered());
  }

  @Test
  void the_recap_says_in_words_what_was_typed_and_writes_nothing() {
    Visit visit = send("etape", "recapitulatif");

    assertEquals(200, visit.status());
    assertEquals(0, registered());
    assertEquals(0, TABLES.items("Mails").size());
    String text = visit.document().select("dl").text();
    assertAll(
        Stream.of(
                "<b>Martin</b> & Cie",
                "Données et intelligence artificielle, puis Cybersécurité",
                "Ministère de la Justice",
                "05000 Gap",
                "jeudi 26 novembre 2026",
                "Bac +5",
                "80 km")
            .map(words -> () -> assertTrue(text.contains(words), words)));
  }

  @Test
  void sending_from_the_recap_registers_all_of_it() {
    Document recap = send("etape", "recapitulatif").document();

    Visit sent = Visit.post(web, "/etudiants", fields(recap));

    assertEquals(303, sent.status());
    Item registration = Item.of(TABLES.items("Registrations").getFirst());
    assertEquals("<b>Martin</b> & Cie", registration.required("nom"));
    assertEquals("Deux lignes,\nla seconde.", registration.required("besoins"));
    assertEquals(List.of("2026-11-24", "2026-11-26"), registration.list("dates"));
  }

  @Test
  void going_back_from_the_recap_loses_nothing() {
    Document recap = send("etape", "recapitulatif").document();

    Visit back =
        Visit.post(
            web,
            "/etudiants",
            Stream.concat(Arrays.stream(fields(recap)), Stream.of("etape", "modifier"))
                .toArray(String[]::new));

    assertEquals(200, back.status());
    assertEquals(0, registered());
    Document form = back.document();
    assertTrue(form.select("[role=alert]").isEmpty());
    assertAll(
        () -> assertEquals("<b>Martin</b> & Cie", form.select("[name=nom]").val()),
        () -> assertEquals("80", form.select("[name=rayon_km]").val()),
        () -> assertEquals("05061", form.select("[name=commune] [selected]").val()),
        () ->
            assertEquals(
                List.of("2026-11-24", "2026-11-26"),
                form.select("[name=dates][checked]").eachAttr("value")),
        () ->
            assertEquals(
                List.of("donnees", "securite"),
                form.select("[name=metiers] [selected]").eachAttr("value").stream()
                    .filter(value -> !value.isEmpty())
                    .toList()),
        () -> assertEquals(1, form.select("[name=tout_metier][checked]").size()),
        () -> assertEquals(1, form.select("[name=consentement][checked]").size()));
  }

  @Test
  void what_is_wrong_is_told_before_the_recap() {
    Visit visit =
        Visit.post(web, "/etudiants", "prenom", "Zoé", "etape", "recapitulatif", "site_web", "");

    assertEquals(422, visit.status());
    assertEquals("Zoé", visit.document().select("[name=prenom]").val());
  }

  @ParameterizedTest
  @ValueSource(strings = {"etape", "couleur"})
  void a_step_or_a_field_that_does_not_exist_is_refused(String field) {
    assertEquals(422, send(field, "bleu").status());
    assertEquals(0, registered());
  }

  @Test
  void in_JSON_the_fields_of_the_page_are_unknown() {
    Visit visit = Visit.postJson(web, "/etudiants", Map.of("etape", "recapitulatif"));

    assertEquals(422, visit.status());
    assertTrue(visit.body().contains("\"etape\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "recapitulatif"})
  void whoever_fills_in_the_trap_is_asked_to_leave_it_empty(String step) {
    Visit visit = send("etape", step, "site_web", "https://example.org");

    assertEquals(422, visit.status());
    assertEquals(0, registered());
    Document form = visit.document();
    assertEquals(1, form.select("[role=alert] a[href=#site_web]").size());
    assertTrue(form.select("[aria-hidden] [name=site_web]").isEmpty(), "it is shown now");
    assertEquals("", form.select("[name=site_web]").val(), "and empty: sending again is enough");
    assertEquals("<b>Martin</b> & Cie", form.select("[name=nom]").val());
  }

  /** A robot has to answer once more; nobody is refused, and no function waits. */
  @ParameterizedTest
  @ValueSource(longs = {0, 500, 1999, -60_000})
  void a_form_sent_sooner_than_anybody_can_is_read_over_before_it_registers(long age) {
    Visit visit = send("affiche_a", Long.toString(NOW - age));

    assertEquals(200, visit.status());
    assertEquals(0, registered());
    assertEquals(0, TABLES.items("Mails").size());
    assertEquals(0, TABLES.items("MailAllowances").size());

    Visit again = Visit.post(web, "/etudiants", fields(visit.document()));
    assertEquals(303, again.status(), "somebody whose software fills forms in just sends it");
    assertEquals(1, registered());
  }

  @ParameterizedTest
  @ValueSource(longs = {2000, 86_400_000})
  void a_form_that_somebody_can_have_filled_in_registers(long age) {
    assertEquals(303, send("affiche_a", Long.toString(NOW - age)).status());
    assertEquals(1, registered());
  }

  @ParameterizedTest
  @ValueSource(strings = {"affiche_a", "etape", "site_web"})
  void a_value_that_no_page_sends_is_refused_by_its_field(String field) {
    Visit visit = Visit.post(web, "/etudiants", field, "z".repeat(3000));

    assertEquals(422, visit.status());
    assertEquals(0, registered());
    assertTrue(send(field, "", field, "").body().contains("qu’une fois"), field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hier", "-1", "99999999999999999999"})
  void a_time_that_is_none_is_refused(String shownAt) {
    assertEquals(422, send("affiche_a", shownAt).status());
    assertEquals(303, send("affiche_a", "").status());
  }

  /** What a browser sends by the form's first button. */
  private static String[] fields(Document page) {
    return page.select("main form input[type=hidden]").stream()
        .flatMap((Element field) -> Stream.of(field.attr("name"), field.attr("value")))
        .toArray(String[]::new);
  }
}
