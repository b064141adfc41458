package fr.vismonjob.report;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailLedger.LostMail;
import fr.vismonjob.mail.Rejection.Gravity;
import fr.vismonjob.matching.Figures;
import fr.vismonjob.pairing.HostsWanted;
import fr.vismonjob.pairing.ImposedCosts;
import fr.vismonjob.pairing.ImposedCosts.ImposedCost;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A small edition counted, and the page about it. */
final class ReportPageTest {
  private final Registration ada =
      ambassador("Ada")
          .capacity(2)
          .place("Lyon", "69", "Rhône", 45.76, 4.84)
          .pairedWith("p1", "Zoe Martin")
          .neverWith("Yan", "Personne")
          .build();
  private final Registration zoe =
      student("Zoe").registeredAt("2026-10-03T08:00:00Z").pairedWith("p1", "Ada Martin").build();
  private final Registration yan =
      student("Yan")
          .unpaired("personne à proposer dans le rayon")
          .place("Nouméa", "988", "Nouvelle-Calédonie", -22.2, 166.4)
          .build();
  private final Survey survey =
      new Survey(Instant.parse("2026-11-09T06:00:00Z"), LocalDate.parse("2026-11-10"), imposed());
  private final ReportPage page;

  ReportPageTest() {
    for (Registration person :
        List.of(
            ada,
            zoe,
            yan,
            student("Wil").withdrawnAt("2026-11-09T10:00:00Z").build(),
            student("Vic").withdrawnAt("2026-11-08T10:00:00Z").build(),
            student("Lou")
                .status(Status.A_CONFIRMER)
                .unreachable("l’adresse n’existe pas")
                .build())) {
      survey.add(person);
    }
    for (PairBuilder pair :
        List.of(
            PairBuilder.pair("p1", ada, zoe),
            PairBuilder.pair("p2", ada, yan)
                .formedAt("2026-11-05T06:00:00Z")
                .calledOffAt("2026-11-09T12:00:00Z"))) {
      survey.add(pair.build());
    }
    survey.add(
        new CoachingSlot(
            "s1",
            "2026",
            OffsetDateTime.parse("2026-11-10T10:00+01:00"),
            OffsetDateTime.parse("2026-11-10T11:00+01:00"),
            10,
            "",
            List.of(ada.id())));
    survey.add(new HostsWanted("Développement", "Nouméa (Nouvelle-Calédonie)", 1));
    survey.add(new HostsWanted("Développement", "Dumbéa (Nouvelle-Calédonie)", 3));
    for (RegistrationBuilder waiting :
        List.of(ambassador("Kim").capacity(2), student("Lee"), ambassador("Max").job("x", "X"))) {
      survey.add(
          waiting
              .status(Status.A_CONFIRMER)
              .place("Nouméa", "988", "Nouvelle-Calédonie", -22.2, 166.4)
              .build());
    }
    survey.add(new LostMail(zoe.id(), MailKind.CONFIRMED, Optional.of(Gravity.TEMPORAIRE)));
    page = page(survey);
  }

  private static ImposedCosts imposed() {
    return ImposedCosts.NONE.plus(
        new ImposedCosts.OfRun(
            LocalDate.parse("2026-11-10"),
            new ImposedCost(List.of("p1"), new Figures(7, 1, 2, 512), new Figures(8, 0, 2, 640))));
  }

  private static ReportPage page(Survey survey) {
    return ReportPage.of(
        EditionBuilder.edition().build(),
        LocalDate.parse("2026-11-10"),
        new Since(Instant.EPOCH, "Depuis le rapport du lundi 9 novembre 2026"),
        survey);
  }

  private Sheet sheet(String file) {
    return page.sections().stream()
        .map(ReportPage.Section::sheet)
        .filter(sheet -> sheet.file().equals(file))
        .findAny()
        .orElseThrow();
  }

  private List<Long> row(String file, String name) {
    Sheet sheet = sheet(file);
    return sheet.rows().stream()
        .filter(row -> row.getFirst().equals(name))
        .map(row -> sheet.cells(row).stream().map(Long::parseLong).toList())
        .findAny()
        .orElse(List.of());
  }

  private Document html() {
    return Jsoup.parse(page.html());
  }

  @Test
  void it_begins_with_the_share_that_is_paired_and_what_is_new() {
    assertEquals(
        List.of("1 sur 2 (50\u00a0%)", "1 sur 1 (100\u00a0%)"),
        page.shares().stream().map(EditionFigures.Figure::value).toList());
    Element brief = html().select("section").first();
    assertTrue(brief != null && brief.text().contains("Depuis le rapport du lundi 9 novembre"));
    assertEquals(
        List.of("1", "1", "1"), page.changes().stream().map(EditionFigures.Figure::value).toList());
  }

  @Test
  void what_is_zero_is_not_listed() {
    assertTrue(page.others().stream().noneMatch(figure -> figure.value().equals("0")));
    assertTrue(page.others().stream().anyMatch(figure -> figure.label().contains("à appeler")));
  }

  @Test
  void regions_stand_beside_departements() {
    assertEquals(List.of(1L, 2L, 0L, 1L), row("regions", "Auvergne-Rhône-Alpes"));
    assertEquals(List.of(0L, 0L, 1L, 0L), row("regions", "Autres collectivités d’outre-mer"));
  }

  @Test
  void registrations_are_counted_by_day_job_place_and_administration() {
    assertEquals(List.of(3L, 5L), row("inscriptions", "2026-10-01"));
    assertEquals(List.of(0L, 1L), row("inscriptions", "2026-10-03"));
    assertEquals(List.of(2L, 2L, 2L, 1L), row("metiers", "Développement"));
    assertEquals(List.of(1L, 2L, 0L, 1L), row("departements", "69 Rhône"));
    assertEquals(List.of(0L, 0L, 1L, 0L), row("departements", "988 Nouvelle-Calédonie"));
    assertEquals(List.of(1L, 0L, 1L), row("administrations", "Ministère de l’Intérieur"));
    assertEquals(List.of(0L, 2L, 0L), row("administrations", "Sans préférence"));
  }

  @Test
  void organisers_read_where_to_recruit() {
    assertEquals(
        List.of(1L, 2L, 1L), row("recrutement", "Développement, Nouméa (Nouvelle-Calédonie)"));
    assertEquals(
        List.of(3L, 0L, 0L),
        row("recrutement", "Développement, Dumbéa (Nouvelle-Calédonie)"),
        "who has only to confirm counts once");
  }

  @Test
  void a_key_that_keeps_nobody_apart_is_counted() {
    assertEquals(1, survey.unknownKeys(), "Yan's is known");
  }

  @Test
  void pairs_are_counted_by_state_score_wish_and_distance() {
    assertEquals(List.of(1L), row("etats", "Formés"));
    assertEquals(List.of(1L), row("etats", "Annulés"));
    assertEquals(List.of(1L), row("scores", "100"));
    assertEquals(List.of(1L, 0L), row("rangs", "1er vœu"));
    assertEquals(List.of(0L, 1L), row("rangs", "Sans préférence"));
    assertEquals(List.of(1L), row("distances", "5 km au plus"));
  }

  @Test
  void people_without_a_pair_are_counted_by_cause_and_lost_mails_by_kind() {
    assertEquals(List.of(0L, 1L), row("sans-binome", "personne à proposer dans le rayon"));
    assertEquals(List.of(0L, 1L, 0L, 0L), row("mails", "confirmee"));
    assertEquals(List.of("Total", "10", "1"), sheet("coaching").total());
    assertEquals(1L, survey.figures.counts().get("a_appeler"));
    assertEquals(1L, survey.figures.counts().get("mails_rejetes"));
  }

  @Test
  void nobody_is_named() {
    String html = page.html();
    StringBuilder everything = new StringBuilder(html);
    page.sections().forEach(section -> everything.append(section.sheet().csv()));
    for (String personal : List.of("Ada", "Zoe", "Yan", "Martin", "@example", ada.id(), zoe.id())) {
      assertFalse(everything.toString().contains(personal), personal);
    }
  }

  @Test
  void the_page_needs_nothing_beside_it() {
    Document html = html();
    assertEquals(List.of(), html.select("script, link, img, iframe, [style]"));
    for (Element reference : html.select("[href], [src]")) {
      String href = reference.attr("href");
      assertTrue(
          href.startsWith("data:text/csv") || href.startsWith("#") || reference.is("footer a"),
          href);
    }
  }

  @Test
  void every_picture_has_a_name_its_numbers_and_a_table_beneath() {
    for (Element section : html().select("section:has(figure)")) {
      assertTrue(section.select("figure").size() == section.select("[role=img]").size());
      for (Element picture : section.select("[role=img]")) {
        assertFalse(picture.attr("aria-label").isEmpty());
        assertTrue(picture.select("text").stream().anyMatch(text -> text.text().matches("\\d+")));
      }
      assertEquals(1, section.select("table > caption").size());
    }
  }

  @Test
  void series_differ_in_how_they_are_filled() {
    assertTrue(html().select("rect.full").size() > 3);
    assertTrue(html().select("rect.hatched").size() > 3);
    assertEquals(1, html().select("pattern#hatching").size());
  }

  @Test
  void the_map_has_every_departement_and_overseas_beneath_it() {
    Document html = html();
    assertEquals(96, html.select("#france path").size());
    Element lyon = html.select("circle:has(title:contains(Rhône))").first();
    Element noumea = html.select("circle:has(title:contains(Calédonie))").first();
    assertEquals("620.0", noumea == null ? "" : noumea.attr("cy"));
    assertTrue(lyon != null && Double.parseDouble(lyon.attr("cy")) < 585);
    assertTrue(html.select("figure text").eachText().contains("988"));
    // Paris has its disc in the enlargement, in the map's north-east corner.
    Element paris = html.select("circle:has(title:contains(75 Paris))").first();
    assertTrue(paris != null && Double.parseDouble(paris.attr("cx")) > Chart.Map.INSET_X);
  }

  @Test
  void a_table_can_be_taken_away_as_csv() {
    String href = html().select("a[download=metiers.csv]").attr("href");
    byte[] csv = Base64.getDecoder().decode(href.substring(href.indexOf(',') + 1));
    assertEquals(sheet("metiers").csv(), new String(csv, StandardCharsets.UTF_8));
  }

  @Test
  void what_imposing_costs_is_told_with_and_without() {
    assertEquals(
        "\uFEFFAppariement;Résultat;Binômes imposés;Binômes;Moins de 40;Moins de 60;Total des"
            + " scores\r\n"
            + "2026-11-10;avec;1;7;1;2;512\r\n2026-11-10;sans;0;8;0;2;640\r\n",
        sheet("imposes").csv());
    assertTrue(html().text().contains("Binômes imposés"));
  }

  @Test
  void without_imposed_pairs_the_report_has_no_section_about_them() {
    ReportPage none =
        page(new Survey(Instant.EPOCH, LocalDate.parse("2026-11-10"), ImposedCosts.NONE));
    assertTrue(
        none.sections().stream().noneMatch(section -> section.title().equals("Binômes imposés")));
  }

  @Test
  void an_edition_without_anybody_has_a_report_too() throws IOException {
    ReportPage empty =
        page(new Survey(Instant.EPOCH, LocalDate.parse("2026-11-10"), ImposedCosts.NONE));
    assertTrue(empty.html().contains("Rien à compter"));
    Files.writeString(Path.of("target", "report-sample.html"), page.html());
  }
}
