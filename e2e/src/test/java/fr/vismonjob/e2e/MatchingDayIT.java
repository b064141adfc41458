package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.component.VEvent;
import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import fr.vismonjob.e2e.Workflows.Outcome;
import fr.vismonjob.matching.Ambassador;
import fr.vismonjob.matching.Figures;
import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.Matcher;
import fr.vismonjob.matching.Student;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One matching day with people of this test's own, among whoever is there already. */
class MatchingDayIT {
  /** Where the people of this day live, by what stands in a pair's place. */
  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "(Nouvelle-Calédonie)", ZoneId.of("Pacific/Noumea"),
          "(Polynésie française)", ZoneId.of("Pacific/Tahiti"),
          "(Guadeloupe)", ZoneId.of("America/Guadeloupe"),
          "(Guyane)", ZoneId.of("America/Cayenne"));

  private static final Workflows WORKFLOWS = new Workflows(STACK);

  private static LocalDate today;
  private static List<Member> members;
  private static Member unconfirmed;
  private static Pool before;
  private static Outcome outcome;
  private static Map<String, Row> newPairs;

  @BeforeAll
  static void a_matching_day_comes() {
    today = EDITION.firstMatching();
    TABLES.forgetTheDaysDone(EDITION);
    members = VISITORS.joinAll(MatchingDayPeople.all(EDITION));
    unconfirmed = VISITORS.register(MatchingDayPeople.unconfirmed(EDITION));
    before = Pool.of(TABLES, EDITION, today);

    outcome = WORKFLOWS.run(EDITION.key(), today);

    Set<String> old = keys(before.pairs());
    newPairs =
        TABLES.pairs().stream()
            .filter(pair -> pair.text("edition").equals(EDITION.key()))
            .filter(pair -> !old.contains(pair.text("binome")))
            .collect(Collectors.toMap(pair -> pair.text("binome"), Function.identity()));
  }

  private static Set<String> keys(List<Row> pairs) {
    return pairs.stream().map(pair -> pair.text("binome")).collect(Collectors.toSet());
  }

  @Test
  void the_run_succeeds_and_pairs_people() {
    assertTrue(outcome.succeeded(), outcome.toString());
    assertTrue(newPairs.size() >= 8, newPairs.size() + " pairs");
  }

  @Test
  void everyone_confirmed_is_paired_or_told_that_there_is_nobody_yet() {
    for (Member member : members) {
      Row row = TABLES.registration(member.id());
      List<Row> pairs = pairsOf(member);
      List<Letter> sorry = MAILBOX.all(member.address(), "sans-binome");
      List<Letter> found = MAILBOX.all(member.address(), "binome");
      assertEquals(pairs.size(), found.size(), "one mail for each pair");
      assertEquals(pairs.isEmpty() ? 1 : 0, sorry.size(), "one mail to who has none");
      assertEquals(pairs.isEmpty() ? "CONFIRMEE" : "APPARIEE", row.text("statut"));
      assertEquals(keys(pairs), Set.copyOf(row.list("binomes")));
      assertEquals(pairs.size(), row.list("binome_avec").size());
      assertTrue(pairs.size() <= Math.max(1, row.number("capacite")));
    }
  }

  @Test
  void somebody_who_has_not_confirmed_is_left_out() {
    assertEquals("A_CONFIRMER", TABLES.registration(unconfirmed.id()).text("statut"));
    assertEquals(List.of(), pairsOf(unconfirmed));
    assertEquals(0, TABLES.mailsOf(unconfirmed.id(), "binome", "sans-binome").size());
  }

  @Test
  void each_new_pair_is_possible_and_worth_what_it_says() {
    Instance instance = before.instance();
    for (Row pair : newPairs.values()) {
      Student student =
          instance.students().stream()
              .filter(s -> s.id().equals(pair.text("etudiant_inscription")))
              .findFirst()
              .orElseThrow();
      Ambassador ambassador =
          instance.ambassadors().stream()
              .filter(a -> a.id().equals(pair.text("ambassadeur_inscription")))
              .findFirst()
              .orElseThrow();
      Points.Worth worth =
          Points.of(student, ambassador, EDITION.day())
              .orElseThrow(() -> new AssertionError("not possible: " + pair.text("binome")));
      assertEquals(worth.points(), pair.number("score"));
      assertEquals(worth.day().toString(), pair.text("date"));
      assertTrue(worth.day().isAfter(today));
      assertEquals("FORME", pair.text("statut"));
      assertFalse(pair.list("raisons").isEmpty());
    }
  }

  @Test
  void the_pairs_are_as_good_as_the_engine_makes_them() {
    Figures expected = Matcher.match(before.instance()).figures();

    assertEquals(expected, Enumeration.of(scores(newPairs.values().stream().toList())));
  }

  @Test
  void where_few_people_are_no_other_choice_is_better() {
    for (String postalCode : MatchingDayPeople.PLACES) {
      Instance here = before.at(postalCode).instanceWithoutTheSettled();
      Set<String> students = here.students().stream().map(Student::id).collect(Collectors.toSet());
      List<Row> made =
          newPairs.values().stream()
              .filter(pair -> students.contains(pair.text("etudiant_inscription")))
              .toList();

      assertEquals(
          Enumeration.best(here.students(), here.ambassadors(), EDITION.day()),
          Enumeration.of(scores(made)),
          "in " + postalCode);
    }
  }

  private static List<Integer> scores(List<Row> pairs) {
    return pairs.stream().map(pair -> pair.number("score")).toList();
  }

  @Test
  void each_of_the_two_reads_who_why_and_when() {
    for (Member member : members) {
      for (Row pair : pairsOf(member)) {
        boolean host = pair.text("ambassadeur_inscription").equals(member.id());
        String partner = pair.text(host ? "etudiant" : "ambassadeur");
        String partnersAddress = pair.text(host ? "etudiant_courriel" : "ambassadeur_courriel");
        Letter letter =
            MAILBOX.all(member.address(), "binome").stream()
                .filter(each -> each.text().contains(partnersAddress))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mail about " + pair.text("binome")));
        String text = letter.text();
        assertAll(
            () -> assertEquals(List.of(member.address()), letter.addresses("To")),
            () -> assertTrue(text.contains(partner), "the name"),
            () -> assertTrue(text.contains(pair.text("metier")), "the job"),
            () -> assertTrue(text.contains(pair.text("administration")), "the administration"),
            () -> assertTrue(text.contains(pair.text("lieu")), "the place"),
            () -> pair.list("raisons").forEach(r -> assertTrue(text.contains(r), "reason: " + r)),
            () -> assertEquals(member.link(), letter.link(STACK.siteUrl(), "binome")));
        assertCalendar(letter, pair);
      }
    }
  }

  private static void assertCalendar(Letter letter, Row pair) {
    var calendar = letter.calendar().orElseThrow(() -> new AssertionError("no calendar entry"));
    VEvent event = calendar.getEvents().getFirst();
    LocalDate day = LocalDate.parse(pair.text("date"));
    String place = pair.text("lieu");
    ZoneId zone = ZONES.get(place.substring(place.indexOf('(')));
    assertAll(
        () -> assertEquals("REQUEST", calendar.getMethod().getValue()),
        () ->
            assertEquals(
                day.atTime(LocalTime.of(9, 0)).atZone(zone).toInstant(),
                event.getDateStart().getValue().toInstant()),
        () ->
            assertEquals(
                day.atTime(LocalTime.of(17, 0)).atZone(zone).toInstant(),
                event.getDateEnd().getValue().toInstant()),
        () -> assertEquals(EDITION.row().text("expediteur"), event.getOrganizer().getEmail()),
        () ->
            assertEquals(
                Set.of(pair.text("etudiant_courriel"), pair.text("ambassadeur_courriel")),
                event.getAttendees().stream().map(a -> a.getEmail()).collect(Collectors.toSet())));
  }

  @Test
  void the_calendar_entry_of_a_pair_is_the_same_for_both_and_no_other_pairs() {
    Map<String, Set<String>> partnersByUid =
        members.stream()
            .flatMap(member -> MAILBOX.all(member.address(), "binome").stream())
            .map(letter -> letter.calendar().orElseThrow().getEvents().getFirst())
            .collect(
                Collectors.groupingBy(
                    event -> event.getUid().getValue(),
                    Collectors.flatMapping(
                        event -> event.getAttendees().stream().map(a -> a.getEmail()),
                        Collectors.toSet())));

    partnersByUid.forEach((uid, partners) -> assertEquals(2, partners.size(), uid));
  }

  @Test
  void the_partner_stands_on_the_page_with_the_reasons() {
    Member member = members.stream().filter(m -> pairsOf(m).size() == 1).findFirst().orElseThrow();
    Row pair = pairsOf(member).getFirst();

    Document page = HTTP.get("/binome/" + member.link()).page();

    String words = page.select("main").text().replace('\u00a0', ' ').replace('\u202f', ' ');
    for (String reason : pair.list("raisons")) {
      assertTrue(words.contains(reason.replace('\u00a0', ' ').replace('\u202f', ' ')), reason);
    }
  }

  @Test
  void markup_in_a_name_stays_text_in_the_partners_mail() {
    Member odd =
        members.stream().filter(m -> m.sheet().one("nom").contains("<")).findFirst().orElseThrow();
    Row pair = pairsOf(odd).getFirst();
    boolean host = pair.text("ambassadeur_inscription").equals(odd.id());
    String partner = pair.text(host ? "etudiant_courriel" : "ambassadeur_courriel");

    Letter letter =
        MAILBOX.all(partner, "binome").stream()
            .filter(each -> each.text().contains(odd.address()))
            .findFirst()
            .orElseThrow();

    Document html = org.jsoup.Jsoup.parse(letter.html());
    assertTrue(html.select("script, i").stream().noneMatch(e -> e.text().contains("Zoé")));
    assertTrue(html.text().contains(odd.sheet().one("nom")));
    assertTrue(letter.text().contains(odd.sheet().one("nom")));
    assertEquals(1, letter.addresses("To").size());
  }

  @Test
  void the_same_day_again_and_an_earlier_one_change_nothing() {
    Snapshot first = Snapshot.take();

    Outcome again = WORKFLOWS.run(EDITION.key(), today);
    Outcome earlier = WORKFLOWS.run(EDITION.key(), today.minusDays(3));

    assertTrue(again.succeeded(), again.toString());
    assertTrue(earlier.succeeded(), earlier.toString());
    first.assertUnchanged();
  }

  private static List<Row> pairsOf(Member member) {
    return newPairs.values().stream()
        .filter(
            pair ->
                pair.text("ambassadeur_inscription").equals(member.id())
                    || pair.text("etudiant_inscription").equals(member.id()))
        .toList();
  }
}
