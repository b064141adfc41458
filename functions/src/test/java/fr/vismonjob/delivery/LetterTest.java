package fr.vismonjob.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.identity.ReportLink;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.registration.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LetterTest {
  private static final MailSamples SAMPLES = MailSamples.plausible();
  private static final Pattern ADDRESS_OF_A_PAGE = Pattern.compile("https://[^\\s\"<>]+");

  static List<MailSamples.Sample> everyMail() {
    return SAMPLES.all();
  }

  static Stream<MailSamples.Sample> partnerMails() {
    return Stream.of("binome-ambassadeur", "binome-etudiant").map(SAMPLES::one);
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void a_mail_is_ascii_whatever_its_words(MailSamples.Sample sample) {
    byte[] raw = sample.raw(Post.NOW);
    for (byte b : raw) {
      assertTrue(b == '\t' || b == '\r' || b == '\n' || (b >= ' ' && b <= '~'), () -> "byte " + b);
    }
    String text = new String(raw, StandardCharsets.US_ASCII);
    assertTrue(text.lines().allMatch(line -> line.length() <= 998), "RFC 5322 §2.1.1");
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void its_headers_say_who_to_whom_and_what(MailSamples.Sample sample) {
    ReceivedMail mail = sample.received();
    assertEquals(sample.letter().envelope().to(), mail.header("To"));
    assertEquals("Vis mon job <vis-mon-job@numerique.gouv.fr>", mail.header("From"));
    assertEquals(sample.kind().code(), mail.header("X-Vis-Mon-Job"));
    assertEquals("auto-generated", mail.header("Auto-Submitted"));
    assertEquals("All", mail.header("X-Auto-Response-Suppress"));
    assertTrue(mail.header("Message-ID").endsWith("@numerique.gouv.fr>"));
    assertEquals("Tue, 10 Nov 2026 06:00:30 +0000 (UTC)", mail.header("Date"));
    assertFalse(mail.subject().isBlank());
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void the_second_attempt_at_a_mail_can_be_recognised(MailSamples.Sample sample) {
    assertEquals(
        sample.received().header("Message-ID"),
        sample.received(Post.NOW.plusSeconds(60)).header("Message-ID"));
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void text_and_html_lead_to_the_same_pages(MailSamples.Sample sample) {
    ReceivedMail mail = sample.received();
    assertEquals(
        ADDRESS_OF_A_PAGE
            .matcher(mail.text())
            .results()
            .map(r -> r.group())
            .distinct()
            .sorted()
            .toList(),
        Jsoup.parse(mail.html()).select("a[href^=https]").eachAttr("href").stream()
            .distinct()
            .sorted()
            .toList());
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void reading_it_tells_nobody(MailSamples.Sample sample) {
    Document html = Jsoup.parse(sample.received().html());
    assertTrue(
        html.select("img, script, link, iframe, object, form, [src], [background]").isEmpty());
    assertFalse(html.select("style").html().contains("url("));
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void it_says_why_one_gets_it_and_shows_nothing_raw(MailSamples.Sample sample) {
    sample
        .received()
        .bodies()
        .forEach(
            body -> {
              assertTrue(body.contains("Vous recevez ce message"), body);
              assertFalse(body.contains("Optional") || body.contains("null"), body);
              assertFalse(body.contains("${") || body.contains("@if"), body);
            });
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void subject_and_preheader_together_say_what_it_is(MailSamples.Sample sample) {
    ReceivedMail mail = sample.received();
    Document html = Jsoup.parse(mail.html());
    String preheader = html.body().child(0).text();
    assertEquals("preheader", html.body().child(0).className());
    assertTrue(mail.subject().length() >= 20 && mail.subject().length() <= 80, mail.subject());
    assertTrue(preheader.length() >= 20 && preheader.length() <= 90, preheader);
    assertFalse(mail.subject().endsWith("."), mail.subject());
    assertTrue(preheader.endsWith(".") || preheader.endsWith("?"), preheader);
    assertEquals(mail.subject(), html.expectFirst("title").wholeText());
    assertEquals(mail.subject(), html.expectFirst("h1").wholeText());
    assertEquals("fr", html.expectFirst("html").attr("lang"));
  }

  /** A link that cannot be clicked can be copied, and everybody sees where it leads. */
  @ParameterizedTest
  @MethodSource("everyMail")
  void each_address_can_be_read_in_full(MailSamples.Sample sample) {
    Document html = Jsoup.parse(sample.received().html());
    html.select(".preheader").remove();
    for (String address : html.select("a[href^=https]").eachAttr("href")) {
      assertTrue(html.text().contains(address), address);
    }
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void it_says_how_to_get_no_more_of_them(MailSamples.Sample sample) {
    ReceivedMail mail = sample.received();
    Pattern how =
        Pattern.compile(
            "Pour ne plus (en|le) recevoir|nous n’envoyons qu’un seul rappel|dernier message");
    mail.bodies().forEach(body -> assertTrue(how.matcher(body).find(), body));
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void whoever_holds_a_personal_link_is_told_to_keep_it(MailSamples.Sample sample) {
    sample
        .received()
        .bodies()
        .forEach(
            body ->
                assertEquals(
                    Pattern.compile("/(inscription|confirmation|coaching|binome|avis)/")
                        .matcher(body)
                        .find(),
                    body.contains("Ne transférez pas ce message"),
                    body));
  }

  /** Colleagues see one's calendar, and invitations are made to be forwarded. */
  @ParameterizedTest
  @MethodSource("everyMail")
  void what_may_be_forwarded_holds_no_personal_link(MailSamples.Sample sample) {
    sample
        .received()
        .calendarFiles()
        .forEach(file -> assertFalse(file.contains(Post.SITE.url()), file));
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void the_text_has_a_blank_line_around_each_heading(MailSamples.Sample sample) {
    List<String> lines = sample.received().text().lines().toList();
    for (int i = 2; i < lines.size() - 1; i++) {
      if (lines.get(i).matches("-{4,}") && !lines.get(i - 1).isEmpty()) {
        assertEquals("", lines.get(i - 2), lines.get(i - 1));
        assertEquals("", lines.get(i + 1), lines.get(i - 1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("partnerMails")
  void a_partner_mail_tells_the_day_the_place_and_the_reasons_word_for_word(
      MailSamples.Sample sample) {
    ReceivedMail mail = sample.received();
    String recipient = ((Letter.Personal) sample.letter()).recipient().id();
    Stream.of(mail.text(), Jsoup.parse(mail.html()).text())
        .forEach(
            body -> {
              for (String expected :
                  List.of(
                      "mardi 24 novembre 2026, de 9 h à 17 h",
                      "Paris (Paris)",
                      "Développement",
                      "Ministère de l’Intérieur",
                      "Métier : Développement, premier choix.",
                      "Lieu : 3 km entre les deux communes.",
                      "Administration : Ministère de l’Intérieur, premier choix.",
                      "/binome/" + recipient + ".")) {
                assertTrue(body.replace('\u00a0', ' ').contains(expected), expected);
              }
            });
  }

  @Test
  void the_ambassador_learns_who_the_student_is_and_what_access_they_need() {
    SAMPLES
        .one("binome-ambassadeur")
        .received()
        .bodies()
        .forEach(
            body ->
                contains(
                    body,
                    "Idriss Benali",
                    "idriss.benali@etu.univ-rennes.example",
                    "+33 6 39 98 12 34",
                    "Université de Rennes",
                    "Bac + 3",
                    "Un accès sans marche est nécessaire."));
  }

  @Test
  void the_student_learns_who_the_ambassador_is_and_what_they_do() {
    SAMPLES
        .one("binome-etudiant")
        .received()
        .bodies()
        .forEach(
            body ->
                contains(
                    body,
                    "Maëlle Le Goff",
                    "maelle.le-goff@interieur.gouv.fr",
                    "02 99 00 12 34",
                    "Développeuse de services en ligne",
                    "Direction du numérique, pôle Ouest",
                    "Service déconcentré",
                    "une revue de code"));
  }

  @Test
  void what_the_unpaired_are_told_depends_on_their_role() {
    assertTrue(SAMPLES.one("sans-binome-etudiant").received().text().contains("vous accueillir"));
    assertTrue(
        SAMPLES.one("sans-binome-ambassadeur").received().text().contains("ajouter des dates"));
    for (String name : List.of("sans-binome-etudiant", "sans-binome-ambassadeur")) {
      SAMPLES
          .one(name)
          .received()
          .bodies()
          .forEach(
              body ->
                  contains(
                      body,
                      "Aucun accueil n’a pu vous être proposé dans le rayon que vous avez indiqué.",
                      "Avec un rayon élargi de 25\u00a0km, 3 possibilités s’ouvriraient à vous."));
    }
  }

  @Test
  void the_offer_of_coaching_lists_the_first_slots_and_links_to_all() {
    ReceivedMail mail = SAMPLES.one("coaching-ambassadeur").received();
    Matcher slots = Pattern.compile("(?m)^- mercredi 18.novembre").matcher(mail.text());
    assertEquals(8, slots.results().count());
    contains(mail.text(), "Il y en a d’autres", "/coaching/", "/inscription/");
  }

  @Test
  void the_report_says_the_three_figures_that_matter_and_lists_no_zeros() {
    String text = SAMPLES.one("rapport").received().text().replace('\u00a0', ' ');
    assertTrue(
        text.indexOf("Étudiants et étudiantes qui ont un binôme : 52 sur 78 (67 %)")
            < text.indexOf("Ambassadeurs et ambassadrices qui ont un binôme : 52 sur 60 (87 %)"));
    contains(text, "Binômes formés depuis le dernier rapport : 52");
    contains(text, "À regarder", "Personnes à appeler, un mail leur a été rejeté : 2");
    assertFalse(text.contains("rejetés"), text);
    assertEquals(4, Pattern.compile("(?m) : \\d").matcher(text).results().count(), text);
    ReportLink link =
        ReportLink.of("2026/2026-11-10/3f1c7a52", LocalDate.parse("2026-11-24"), Post.KEYED);
    contains(text, "/rapport/" + link.text(), "valable jusqu’au mardi 24 novembre 2026");
  }

  @Test
  void nothing_is_promised_that_is_over() {
    for (String name :
        List.of(
            "coaching-ambassadeur-fin", "confirmee-etudiant-fin", "binome-annule-etudiant-fin")) {
      String text = SAMPLES.one(name).received().text();
      contains(text, "s’est terminée le lundi 16 novembre 2026".replace("16 ", "16\u00a0"));
      assertFalse(text.contains("dès que vous aurez"), name);
      assertFalse(text.contains("jusqu’au"), name);
    }
    assertFalse(SAMPLES.one("retrait-etudiant-fin").received().text().contains("à nouveau"));
    contains(SAMPLES.one("retrait-etudiant").received().text(), "à nouveau");
  }

  @ParameterizedTest
  @ValueSource(strings = {"coaching-ambassadeur-fin", "confirmee-etudiant-fin"})
  void whoever_confirms_too_late_is_not_told_to_take_part_or_to_prepare(String name) {
    ReceivedMail mail = SAMPLES.one(name).received();
    contains(mail.text(), "votre inscription est enregistrée");
    for (String promised : List.of("job, le mardi", "vous êtes ambassadeur", "séance")) {
      assertFalse((mail.subject() + mail.text()).contains(promised), promised);
    }
  }

  /** In Tahiti it is eight in the evening, the day before, when reminders leave. */
  @ParameterizedTest
  @CsvSource({
    "Paris (Paris), true",
    "Nouméa (Nouvelle-Calédonie), true",
    "Cayenne (Guyane), true",
    "Papeete (Polynésie française), false"
  })
  void a_reminder_says_tomorrow_where_that_is_the_day(String place, boolean isTomorrow) {
    ReceivedMail mail =
        SAMPLES
            .meeting(MailKind.REMINDER_DAY, "", Role.ETUDIANT, SAMPLES.pair().place(place).build())
            .received();
    assertEquals(isTomorrow, mail.subject().startsWith("Demain"), mail.subject());
    assertEquals(isTomorrow, mail.text().contains("Demain, Maëlle"), mail.text());
    assertEquals(!isTomorrow, mail.text().contains("Le mardi 24\u00a0novembre 2026, Maëlle"));
  }

  @Test
  void another_day_than_one_that_was_missed_is_proposed_without_a_word_that_it_stands() {
    String text =
        SAMPLES
            .meeting(
                MailKind.DATES_PROPOSED,
                "",
                Role.ETUDIANT,
                SAMPLES.pair().date("2026-11-09").proposal(Role.AMBASSADEUR, "2026-11-26").build())
            .received()
            .text();
    contains(text, "était prévue le lundi 9\u00a0novembre 2026", "- jeudi 26\u00a0novembre 2026");
    assertFalse(text.contains("reste le") || text.contains("annulez"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coaching-ambassadeur",
        "seance-ambassadeur",
        "seance-annulee-ambassadeur",
        "rappel-seance-ambassadeur"
      })
  void hours_of_coaching_say_of_which_place_they_are(String name) {
    contains(SAMPLES.one(name).received().text(), "(heure de Paris)");
  }

  /** That day's only run may have passed, or is the one that sends the mail. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "coaching-ambassadeur",
        "confirmee-etudiant",
        "binome-annule-etudiant",
        "sans-binome-etudiant",
        "sans-binome-ambassadeur"
      })
  void on_the_last_day_no_search_is_promised_for_the_days_to_come(String name) {
    ReceivedMail mail = SAMPLES.one(name + "-dernier-jour").received();
    String text = mail.text();
    contains(text, "se termine", "lundi 16\u00a0novembre 2026", "lendemain");
    for (String promised :
        List.of(
            "chaque jour",
            "jusqu’au lundi",
            "dès que vous aurez",
            "formés du",
            "élargi",
            "continue")) {
      assertFalse(mail.bodies().anyMatch(body -> body.contains(promised)), promised);
    }
    assertFalse(mail.subject().contains("pas encore"), mail.subject());
  }

  @Test
  void whoever_has_other_pairs_learns_that_they_stand() {
    String text = SAMPLES.one("binome-annule-ambassadeur-plusieurs").received().text();
    contains(text, "L’un de vos binômes", "Vos autres binômes ne changent pas");
  }

  @Test
  void before_the_first_pairs_organisers_read_where_to_recruit() {
    String text = SAMPLES.one("recrutement").received().text().replace('\u00a0', ' ');
    contains(
        text,
        "formés le mardi 3 novembre 2026",
        "Binômes possibles avec les inscriptions de ce jour : 52",
        "- Développement, Lyon (Rhône) : 7 places",
        "/rapport/");
  }

  private static void contains(String body, String... expected) {
    for (String each : expected) {
      assertTrue(body.contains(each), () -> "« " + each + " » is missing in\n" + body);
    }
  }
}
