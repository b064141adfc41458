package fr.vismonjob.delivery;

import static fr.vismonjob.registration.RegistrationBuilder.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import fr.vismonjob.classpath.TextFile;
import fr.vismonjob.mail.CalledOffBy;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Welcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CalendarEntryTest {
  private static final MailSamples SAMPLES = MailSamples.plausible();

  private static VEvent event(String sample) {
    ICalendar calendar = SAMPLES.one(sample).received().calendar();
    assertEquals(List.of(), calendar.validate(calendar.getVersion()).getWarnings());
    return calendar.getEvents().getFirst();
  }

  private static Instant start(VEvent event) {
    return event.getDateStart().getValue().toInstant();
  }

  @Test
  void the_mails_about_a_day_or_a_seat_carry_one_and_no_other_does() {
    assertEquals(
        Set.of(
            "binome",
            "accueil",
            "relais-pris",
            "date-convenue",
            "binome-annule",
            "seance",
            "seance-annulee",
            "retrait",
            "efface"),
        SAMPLES.all().stream()
            .filter(sample -> sample.received().calendarPart().isPresent())
            .map(sample -> sample.kind().code())
            .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"binome-ambassadeur", "binome-etudiant", "date-convenue-etudiant"})
  void a_pairs_day_is_from_nine_to_five_in_paris(String sample) {
    VEvent event = event(sample);
    assertEquals(Instant.parse("2026-11-24T08:00:00Z"), start(event));
    assertEquals(Instant.parse("2026-11-24T16:00:00Z"), event.getDateEnd().getValue().toInstant());
    assertEquals("binome-" + MailSamples.PAIR_ID + "@vis-mon-job", event.getUid().getValue());
    assertEquals(2, event.getSequence().getValue());
    assertEquals("vis-mon-job@numerique.gouv.fr", event.getOrganizer().getEmail());
    assertEquals(
        Set.of("maelle.le-goff@interieur.gouv.fr", "idriss.benali@etu.univ-rennes.example"),
        event.getAttendees().stream().map(a -> a.getEmail()).collect(Collectors.toSet()));
    assertTrue(event.getStatus().isConfirmed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accueil-ambassadeur-accueil",
        "accueil-etudiant-accueil",
        "binome-etudiant-accueil",
        "date-convenue-ambassadeur-accueil"
      })
  void a_welcome_gives_it_the_exact_place_and_its_hours(String sample) {
    VEvent event = event(sample);
    assertEquals(
        "Cité administrative, bâtiment C, 12 rue du Port, Paris (Paris)",
        event.getLocation().getValue());
    assertEquals(Instant.parse("2026-11-24T08:30:00Z"), start(event));
    assertEquals(Instant.parse("2026-11-24T15:45:00Z"), event.getDateEnd().getValue().toInstant());
    assertEquals("binome-" + MailSamples.PAIR_ID + "@vis-mon-job", event.getUid().getValue());
    assertEquals(2, event.getAttendees().size());
  }

  /** The address of an ambassador who has moved lies in another commune: the pair's says when. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void two_places_are_not_mixed(Role role) {
    MailSamples.Sample moved = SAMPLES.afterMoving(role, "1 place Bellecour, 69002 Lyon");
    assertEquals(
        "1 place Bellecour, 69002 Lyon, Paris (Paris), quand le binôme a été formé",
        moved.received().calendar().getEvents().getFirst().getLocation().getValue());
    String text = moved.received().text();
    assertTrue(text.contains("Paris (Paris), quand le binôme a été formé"), text);
    assertEquals(
        "Ministère de l’Intérieur, Paris (Paris)",
        SAMPLES
            .afterMoving(role, "")
            .received()
            .calendar()
            .getEvents()
            .getFirst()
            .getLocation()
            .getValue());
  }

  @Test
  void its_method_stands_in_the_part_and_in_the_entry() {
    ReceivedMail asked = SAMPLES.one("binome-etudiant").received();
    assertEquals(
        "text/calendar; method=REQUEST; charset=UTF-8", asked.calendarPart().orElseThrow().type());
    assertTrue(asked.calendar().getMethod().isRequest());

    ReceivedMail cancelled = SAMPLES.one("binome-annule-etudiant-par-soi").received();
    assertEquals(
        "text/calendar; method=CANCEL; charset=UTF-8",
        cancelled.calendarPart().orElseThrow().type());
    assertTrue(cancelled.calendar().getMethod().isCancel());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          retrait-ambassadeur, est annulé par les fichiers joints.
          efface-ambassadeur, Les fichiers joints retirent de votre agenda ce qui n’aura pas lieu
          """)
  void leaving_takes_out_the_day_of_each_pair_and_the_seat_each_by_a_file_of_its_own(
      String sample, String said) {
    ReceivedMail mail = SAMPLES.one(sample).received();
    assertTrue(mail.text().contains(said), mail.text());
    List<ICalendar> calendars = mail.calendars();
    assertEquals(2, calendars.size());
    for (ICalendar calendar : calendars) {
      assertTrue(calendar.getMethod().isCancel());
      assertEquals(1, calendar.getEvents().size());
      assertEquals(List.of(), calendar.validate(calendar.getVersion()).getWarnings());
      assertEquals(
          List.of("maelle.le-goff@interieur.gouv.fr"),
          calendar.getEvents().getFirst().getAttendees().stream().map(a -> a.getEmail()).toList());
    }
    assertEquals(
        event("binome-ambassadeur").getUid(), calendars.get(0).getEvents().getFirst().getUid());
    VEvent seat = calendars.get(1).getEvents().getFirst();
    assertEquals(event("seance-ambassadeur").getUid(), seat.getUid());
    assertEquals(4, seat.getSequence().getValue());
  }

  @Test
  void the_last_mail_tells_no_calendar_of_the_partner() {
    ReceivedMail mail = SAMPLES.one("efface-ambassadeur").received();
    String day = mail.calendars().getFirst().write();
    assertFalse(day.contains("Benali") || day.contains("idriss"), day);
    assertEquals(List.of(), SAMPLES.one("efface-seul").received().calendars());
  }

  /** Its files may be of days whose calling off the reader has long known. */
  @Test
  void the_last_mail_does_not_say_that_its_files_call_off_anything_anew() {
    ReceivedMail mail = SAMPLES.one("efface-ambassadeur").received();
    assertTrue(mail.bodies().noneMatch(body -> body.contains("annul")), mail.text());
  }

  @Test
  void one_alone_is_a_form_of_the_message_as_in_all_other_mails() {
    ReceivedMail mail = SAMPLES.one("retrait-etudiant").received();
    assertTrue(mail.header("Content-Type").startsWith("multipart/alternative"));
    assertTrue(mail.calendar().getMethod().isCancel());
    assertEquals(List.of(), SAMPLES.one("retrait-etudiant-seul").received().calendars());
  }

  @Test
  void calling_off_has_the_same_uid_and_a_higher_sequence() {
    VEvent asked = event("binome-etudiant");
    VEvent cancelled = event("binome-annule-etudiant-par-partenaire");
    assertEquals(asked.getUid().getValue(), cancelled.getUid().getValue());
    assertTrue(cancelled.getSequence().getValue() > asked.getSequence().getValue());
    assertTrue(cancelled.getStatus().isCancelled());
  }

  @Test
  void a_partner_erased_meanwhile_is_simply_not_named() {
    var erased =
        SAMPLES.calledOff(
            "etudiant",
            Role.ETUDIANT,
            CalledOffBy.PARTNER,
            SAMPLES.pair().status(PairStatus.ANNULE).erased(Role.AMBASSADEUR).build());
    ReceivedMail mail = erased.received();
    assertTrue(mail.text().contains("Votre binôme n’est plus disponible"));
    assertEquals(1, mail.calendar().getEvents().getFirst().getAttendees().size());
    assertFalse(mail.calendarPart().orElseThrow().content().contains("Goff"));
    assertEquals(
        "Vis mon job : votre journée",
        mail.calendar().getEvents().getFirst().getSummary().getValue());
  }

  @Test
  void a_seat_is_the_ambassadors_own_and_lasts_the_hour() {
    VEvent event = event("seance-ambassadeur");
    assertEquals(Instant.parse("2026-11-18T10:30:00Z"), start(event));
    assertEquals(Instant.parse("2026-11-18T11:30:00Z"), event.getDateEnd().getValue().toInstant());
    assertTrue(event.getUid().getValue().matches("coaching-[0-9a-f]{32}-1@vis-mon-job"));
    assertEquals(4, event.getSequence().getValue());
    assertEquals("https://visio.example/vis-mon-job-3", event.getLocation().getValue());
    assertEquals(
        List.of("maelle.le-goff@interieur.gouv.fr"),
        event.getAttendees().stream().map(a -> a.getEmail()).toList());
  }

  @Test
  void summer_and_winter_time_come_along_for_calendars_that_know_no_zones() {
    String text = SAMPLES.one("binome-etudiant").received().calendarPart().orElseThrow().content();
    assertTrue(text.contains("DTSTART;TZID=Europe/Paris:20261124T090000"));
    assertTrue(text.contains("BEGIN:VTIMEZONE"));
    assertTrue(text.contains("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-23", "2026-10-26", "2027-03-26", "2027-03-29"})
  void the_hour_is_paris_time_on_either_side_of_a_change(String day) {
    String text =
        SAMPLES
            .meeting(MailKind.DATE_AGREED, "", Role.ETUDIANT, SAMPLES.pair().date(day).build())
            .letter()
            .calendar()
            .getFirst()
            .text(Post.NOW);
    assertTrue(text.contains("DTSTART;TZID=Europe/Paris:" + day.replace("-", "") + "T090000"));
  }

  /** Read by another library than the clock's: the zone comes along and need not be known. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Paris (Paris),                                 2026-11-24, 08:00, ''
          Ajaccio (Corse-du-Sud),                        2026-10-12, 07:00, ''
          Basse-Terre (Guadeloupe),                      2026-11-24, 13:00, heure de la Guadeloupe
          Fort-de-France (Martinique),                   2026-11-24, 13:00, heure de la Martinique
          Cayenne (Guyane),                              2026-11-24, 12:00, heure de la Guyane
          Saint-Denis (La Réunion),                      2026-11-24, 05:00, heure de La Réunion
          Saint-Pierre (Saint-Pierre-et-Miquelon),       2026-11-24, 12:00, heure de Saint-Pierre-et-Miquelon
          Saint-Pierre (Saint-Pierre-et-Miquelon),       2026-10-30, 11:00, heure de Saint-Pierre-et-Miquelon
          Mamoudzou (Mayotte),                           2026-11-24, 06:00, heure de Mayotte
          Saint-Barthélemy (Saint-Barthélemy),           2026-11-24, 13:00, heure de Saint-Barthélemy
          Saint-Martin (Saint-Martin),                   2026-11-24, 13:00, heure de Saint-Martin
          Uvea (Wallis et Futuna),                       2026-11-24, 21:00, heure de Wallis-et-Futuna
          Papeete (Polynésie française),                 2026-11-24, 19:00, heure de Tahiti
          Nouméa (Nouvelle-Calédonie),                   2026-11-24, 22:00, heure de la Nouvelle-Calédonie
          """)
  void the_hours_are_those_of_the_place(String place, String day, String start, String words) {
    Pair pair = SAMPLES.pair().place(place).date(day).build();
    ICalendar read =
        Biweekly.parse(
                SAMPLES
                    .meeting(MailKind.DATE_AGREED, "", Role.ETUDIANT, pair)
                    .letter()
                    .calendar()
                    .getFirst()
                    .text(Post.NOW))
            .first();
    assertEquals(List.of(), read.validate(read.getVersion()).getWarnings());
    assertEquals(
        LocalTime.parse(start),
        start(read.getEvents().getFirst()).atOffset(ZoneOffset.UTC).toLocalTime());
    assertEquals(
        "de 9\u00a0h à 17\u00a0h" + (words.isEmpty() ? "" : " (" + words + ")"),
        pair.workplace().hours().fromTo(Welcome.NONE));
  }

  @Test
  void every_departement_with_a_time_of_its_own_is_one_of_the_postal_codes() {
    Set<String> departements =
        TextFile.read(
            "/communes.tsv",
            lines -> lines.map(line -> TextFile.cells(line)[4]).collect(Collectors.toSet()));
    Set<String> zones =
        TextFile.read(
            "/reference/fuseaux.tsv",
            lines -> lines.map(line -> TextFile.cells(line)[0]).collect(Collectors.toSet()));
    assertTrue(departements.containsAll(zones), zones.toString());
  }

  @Test
  void personal_links_stay_out_of_calendars_that_colleagues_can_see() {
    SAMPLES
        .all()
        .forEach(
            sample ->
                assertFalse(
                    sample
                        .received()
                        .calendarPart()
                        .map(part -> part.content().contains("vismonjob.example"))
                        .orElse(false)));
  }

  /** RFC 5545 §3.1. */
  @ParameterizedTest
  @MethodSource("everyMailOfAnyWords")
  void a_line_has_at_most_75_octets_and_no_character_is_cut(MailSamples.Sample sample) {
    for (CalendarEntry entry : sample.letter().calendar()) {
      String text = entry.text(Post.NOW);
      for (String line : text.lines().toList()) {
        assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        assertFalse(Character.isLowSurrogate(line.charAt(line.startsWith(" ") ? 1 : 0)), line);
      }
      assertEquals(
          entry.event().getSummary().getValue(),
          Biweekly.parse(text).first().getEvents().getFirst().getSummary().getValue());
    }
  }

  static Stream<MailSamples.Sample> everyMailOfAnyWords() {
    return Stream.concat(SAMPLES.all().stream(), HostileValuesTest.everyMail().stream());
  }

  @Test
  void an_address_is_percent_encoded_as_in_links() {
    Person odd = named("Ada", "Martin", "a?bcc=b%40c&d+e@interieur.gouv.fr");
    ReceivedMail mail =
        new MailSamples(odd, odd, SAMPLES.offer(), SAMPLES.wishes(), SAMPLES.welcome())
            .one("binome-etudiant")
            .received();
    String link = "mailto:a%3Fbcc%3Db%2540c%26d%2Be@interieur.gouv.fr";
    String entry = mail.calendarPart().orElseThrow().content().replace("\r\n ", "");
    assertTrue(entry.contains(":" + link), entry);
    assertEquals(
        List.of(link), Jsoup.parse(mail.html()).select("a[href^=mailto]").eachAttr("href"));
  }
}
