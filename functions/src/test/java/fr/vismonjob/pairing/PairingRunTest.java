package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.named;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.pairing.KnownPairs.CancelledPair;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PairingRunTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-10");

  private final Edition edition = EditionBuilder.edition().build();

  private static List<Entrant> pool(RegistrationBuilder... people) {
    return Stream.of(people).flatMap(person -> entrant(person).stream()).toList();
  }

  private static Optional<Entrant> entrant(RegistrationBuilder person) {
    return Entrant.of(person.build(), person.build().person().address(), TODAY);
  }

  private PairingRun.Decisions decide(RegistrationBuilder... people) {
    return new PairingRun(edition, pool(people), KnownPairs.NONE).decide();
  }

  private static LeftOver left(PairingRun.Decisions decisions, RegistrationBuilder person) {
    return decisions.leftOver().stream()
        .filter(left -> left.registration().equals(id(person)))
        .findAny()
        .orElseThrow();
  }

  private static String id(RegistrationBuilder person) {
    return person.build().id();
  }

  @Test
  void an_ambassador_and_a_student_who_suit_become_a_pair_with_four_reasons() {
    PlannedPair pair = decide(ambassador("Ada"), student("Zoe")).pairs().getFirst();
    assertEquals(LocalDate.parse("2026-11-24"), pair.date());
    assertEquals(100, pair.score());
    assertEquals(4, pair.reasons().size());
    assertTrue(pair.reasons().getFirst().contains("Développement"), pair.reasons().getFirst());
    assertEquals(PairId.of(id(ambassador("Ada")), id(student("Zoe"))), pair.id());
  }

  @Test
  void a_day_that_has_come_is_no_day_to_meet_any_more() {
    RegistrationBuilder zoe = student("Zoe").dates("2026-11-10", "2026-11-12");
    RegistrationBuilder ada = ambassador("Ada").dates("2026-11-10", "2026-11-12");
    assertEquals(LocalDate.parse("2026-11-12"), decide(ada, zoe).pairs().getFirst().date());
  }

  @Test
  void whoever_has_no_day_left_is_told_so_and_not_paired() {
    PairingRun.Decisions decisions = decide(ambassador("Ada"), student("Zoe").dates("2026-11-10"));
    assertEquals(List.of(), decisions.pairs());
    LeftOver zoe = left(decisions, student("Zoe"));
    assertEquals("Toutes les dates que vous avez choisies sont passées.", zoe.cause());
  }

  @Test
  void an_ambassador_who_handed_on_the_only_place_is_told_nothing_once_the_days_have_passed() {
    RegistrationBuilder former =
        ambassador("Ada").capacity(1).handedOn(1).dates(TODAY.minusDays(1).toString());
    PairingRun.Decisions decisions = decide(former, student("Zoe"));
    assertEquals(
        List.of(id(student("Zoe"))),
        decisions.leftOver().stream().map(LeftOver::registration).toList());
  }

  @Test
  void a_cancelled_pair_is_not_made_again_and_both_are_told_so() {
    PairIds pair = new PairIds(id(student("Zoe")), id(ambassador("Ada")));
    PairingRun.Decisions decisions =
        new PairingRun(
                edition,
                pool(ambassador("Ada"), student("Zoe")),
                new KnownPairs(List.of(), List.of(new CancelledPair(pair, true)), List.of()))
            .decide();
    assertEquals(List.of(), decisions.pairs());
    assertEquals(
        "L’accueil qui vous convient était celui de votre binôme annulé, et un binôme annulé n’est"
            + " pas formé une seconde fois\u00a0; aucun autre accueil n’a pu vous être proposé.",
        left(decisions, student("Zoe")).cause());
    assertEquals(
        "La personne qui vous convient était celle de votre binôme annulé, et un binôme annulé"
            + " n’est pas formé une seconde fois\u00a0; personne d’autre n’a pu vous être proposé.",
        left(decisions, ambassador("Ada")).cause());
    assertEquals("binôme annulé, personne d’autre", left(decisions, student("Zoe")).because());
  }

  @Test
  void whoever_is_kept_apart_reads_what_people_with_nobody_in_reach_read() {
    PairIds pair = new PairIds(id(student("Zoe")), id(ambassador("Ada")));
    PairIds past = new PairIds(id(student("Zoe")), id(ambassador("Bob")));
    RegistrationBuilder far = ambassador("Bob").place("Lyon", "69", "Rhône", 45.76, 4.84);
    PairingRun.Decisions apart =
        new PairingRun(
                edition,
                pool(ambassador("Ada"), far, student("Zoe")),
                new KnownPairs(List.of(pair), List.of(new CancelledPair(past, true)), List.of()))
            .decide();
    assertEquals(
        "Aucun accueil n’a pu vous être proposé dans le rayon que vous avez indiqué.",
        left(apart, student("Zoe")).cause());
    for (RegistrationBuilder person : List.of(student("Zoe"), ambassador("Ada"))) {
      LeftOver alone = left(decide(person), person);
      assertEquals(alone.cause(), left(apart, person).cause());
      assertEquals(alone.because(), left(apart, person).because());
    }
  }

  @Test
  void a_student_beside_a_full_ambassador_learns_that_the_seats_are_taken() {
    PairingRun.Decisions decisions =
        decide(ambassador("Ada").pairedWith("p", "Yan Martin"), student("Zoe"));
    assertEquals("toutes les places prises", left(decisions, student("Zoe")).because());
    assertEquals(List.of(), decisions.pairs());
    assertEquals(1, decisions.leftOver().size());
  }

  @Test
  void nobody_is_paired_with_themself() {
    Person self = named("Ada", "Martin", "ada@example.gouv.fr");
    RegistrationBuilder asAmbassador = ambassador("Ada").person(self);
    RegistrationBuilder asStudent = student("Ada").person(self);
    assertEquals(List.of(), decide(asAmbassador, asStudent).pairs());
    assertEquals(
        PairId.of(id(asAmbassador), id(student("Zoe"))),
        decide(asAmbassador, asStudent, student("Zoe")).pairs().getFirst().id());
  }

  @Test
  void an_ambassador_with_a_student_and_room_for_another_is_not_left_over() {
    RegistrationBuilder ada = ambassador("Ada").capacity(2).pairedWith("p", "Yan Martin");
    assertEquals(List.of(), decide(ada).leftOver());
    assertEquals(1, decide(ada, student("Zoe"), student("Lou")).pairs().size());
  }

  @Test
  void only_people_whom_the_run_may_pair_are_in_the_pool() {
    for (Status status : List.of(Status.A_CONFIRMER, Status.RETIREE)) {
      assertEquals(Optional.empty(), entrant(student("Zoe").status(status)));
    }
    RegistrationBuilder paired = student("Zoe").pairedWith("p", "Ada Martin");
    assertEquals(Optional.empty(), entrant(paired));
  }

  @Test
  void the_left_over_learn_why_and_what_would_help() {
    LeftOver zoe =
        decide(ambassador("Ada").job("securite", "Sécurité"), student("Zoe")).leftOver().stream()
            .filter(left -> left.registration().equals(id(student("Zoe"))))
            .findAny()
            .orElseThrow();
    assertEquals(
        "Des agents accueillent près de chez vous à vos dates, mais dans d’autres métiers que ceux"
            + " que vous souhaitez.",
        zoe.cause());
    assertEquals(
        "Si vous acceptiez aussi le métier «\u00a0Cybersécurité\u00a0», une possibilité s’ouvrirait"
            + " à vous.",
        zoe.advice());
  }

  @Test
  void the_order_in_which_the_pool_was_read_decides_nothing() {
    RegistrationBuilder[] people = {
      ambassador("Ada"), ambassador("Bob"), student("Zoe"), student("Yan"), student("Lou")
    };
    RegistrationBuilder[] reversed = {people[4], people[3], people[2], people[1], people[0]};
    assertEquals(decide(people), decide(reversed));
  }

  @Test
  void a_change_of_wishes_is_advised_where_nobody_suits_not_where_others_were_better() {
    List<LeftOver> left =
        decide(
                ambassador("Ada").job("securite", "Sécurité"),
                ambassador("Bob"),
                student("Zoe"),
                student("Yan"),
                student("Kim").job("donnees", "Données"))
            .leftOver();
    assertEquals(
        List.of(id(student("Kim"))),
        left.stream().filter(LeftOver::canWiden).map(LeftOver::registration).toList());
    assertEquals(1, left.stream().filter(LeftOver::suits).count(), "Zoe or Yan");
  }

  @Test
  void nobody_is_advised_to_go_farther_than_the_form_allows() {
    LeftOver far =
        decide(
                ambassador("Ada"),
                student("Zoe").place("Nouméa", "988", "Nouvelle-Calédonie", -22.2, 166.4))
            .leftOver()
            .stream()
            .filter(left -> left.registration().equals(id(student("Zoe"))))
            .findAny()
            .orElseThrow();
    assertEquals(
        "Aucun accueil n’a pu vous être proposé dans le rayon que vous avez indiqué.", far.cause());
    assertEquals("", far.advice());
  }

  @Test
  void hosts_are_wanted_where_students_are_left_over() {
    assertEquals(
        List.of(new HostsWanted("Développement", "Lyon (Rhône)", 2)),
        decide(
                ambassador("Ada").job("securite", "Sécurité"),
                student("Zoe").place("Lyon", "69", "Rhône", 45.76, 4.84),
                student("Yan").place("Lyon", "69", "Rhône", 45.76, 4.84))
            .wanted());
  }
}
