package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.matching.Figures;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.pairing.ImposedCosts.ImposedCost;
import fr.vismonjob.pairing.KnownPairs.CancelledPair;
import fr.vismonjob.pairing.KnownPairs.ImposedRequest;
import fr.vismonjob.registration.RegistrationBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A run in which organisers impose pairs. */
final class ImposedRunTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-10");

  private static final RegistrationBuilder ADA = ambassador("Ada");
  private static final RegistrationBuilder BOB =
      ambassador("Bob").place("Lyon", "69", "Rhône", 45.76, 4.84).job("donnees", "Données");
  private static final RegistrationBuilder YAN = student("Yan");
  private static final RegistrationBuilder ZOE = student("Zoe");

  private static String id(RegistrationBuilder person) {
    return person.build().id();
  }

  private static PairIds ids(RegistrationBuilder student, RegistrationBuilder host) {
    return new PairIds(id(student), id(host));
  }

  private static ImposedRequest asked(
      RegistrationBuilder by, RegistrationBuilder student, RegistrationBuilder host) {
    return new ImposedRequest(id(by), "", Optional.of(ids(student, host)), "");
  }

  private static PairingRun.Decisions decide(
      List<CancelledPair> cancelled, List<ImposedRequest> asked, RegistrationBuilder... people) {
    List<Entrant> pool =
        Stream.of(people)
            .map(RegistrationBuilder::build)
            .flatMap(person -> Entrant.of(person, person.id(), TODAY).stream())
            .toList();
    return new PairingRun(
            EditionBuilder.edition().build(), pool, new KnownPairs(List.of(), cancelled, asked))
        .decide();
  }

  @Test
  void an_imposed_pair_is_made_first_and_says_so_and_nothing_untrue() {
    PairingRun.Decisions decisions =
        decide(List.of(), List.of(asked(BOB, ZOE, BOB)), ADA, BOB, ZOE, YAN);
    assertEquals(
        List.of(PairId.of(id(BOB), id(ZOE)), PairId.of(id(ADA), id(YAN))),
        decisions.pairs().stream().map(PlannedPair::id).toList());
    assertEquals(
        List.of(
            "Binôme choisi par l’équipe d’organisation.",
            "Métier : Données, hors des choix exprimés.",
            "Lieu : 394 km entre les deux communes, au-delà du rayon indiqué.",
            "Administration : sans préférence.",
            "Date : mardi 24 novembre 2026, le jour de l’événement."),
        decisions.pairs().getFirst().reasons());
    assertEquals(4, decisions.pairs().getLast().reasons().size());
    assertEquals(List.of(), decisions.refusals());
  }

  @Test
  void the_others_are_matched_around_it_and_its_cost_is_told() {
    RegistrationBuilder cam = ambassador("Cam");
    PairingRun.Decisions decisions =
        decide(List.of(), List.of(asked(ZOE, ZOE, BOB)), ADA, BOB, cam, ZOE, YAN);
    assertEquals(
        Optional.of(
            new ImposedCost(
                List.of(PairId.of(id(BOB), id(ZOE))),
                new Figures(2, 1, 1, 132),
                new Figures(2, 0, 0, 200))),
        decisions.cost());
    assertEquals(Optional.empty(), decide(List.of(), List.of(), ADA, ZOE).cost());
  }

  @Test
  void an_earlier_cancellation_does_not_count_and_the_pair_gets_a_key_of_its_own() {
    CancelledPair before = new CancelledPair(ids(ZOE, ADA), true);
    String first = PairId.of(id(ADA), id(ZOE));
    List<ImposedRequest> asked = List.of(asked(ADA, ZOE, ADA));
    String second = decide(List.of(before), asked, ADA, ZOE).pairs().getFirst().id();
    String third = decide(List.of(before, before), asked, ADA, ZOE).pairs().getFirst().id();
    assertNotEquals(first, second);
    assertNotEquals(second, third);
    assertEquals(List.of(), decide(List.of(before), List.of(), ADA, ZOE).pairs());
  }

  @Test
  void of_those_that_exclude_each_other_the_first_by_key_is_made_in_whatever_order_they_came() {
    List<RegistrationBuilder> byKey =
        Stream.of(YAN, ZOE).sorted((a, b) -> id(a).compareTo(id(b))).toList();
    List<ImposedRequest> asked =
        new ArrayList<>(List.of(asked(YAN, YAN, ADA), asked(ZOE, ZOE, ADA)));
    for (int order = 0; order < 2; order++) {
      PairingRun.Decisions decisions = decide(List.of(), asked, ADA, YAN, ZOE);
      assertEquals(PairId.of(id(ADA), id(byKey.getFirst())), decisions.pairs().getFirst().id());
      assertEquals(
          List.of(
              new ImposedRefusal(
                  id(byKey.getLast()),
                  "Toutes les places de l’ambassadrice ou de l’ambassadeur vont à d’autres binômes"
                      + " choisis par l’équipe.")),
          decisions.refusals());
      Collections.reverse(asked);
    }
  }

  @Test
  void a_student_in_two_is_made_one_pair_and_the_row_says_which_key_is_refused() {
    RegistrationBuilder cam = ambassador("Cam");
    PairingRun.Decisions decisions =
        decide(List.of(), List.of(asked(ZOE, ZOE, ADA), asked(ZOE, ZOE, cam)), ADA, cam, ZOE);
    assertEquals(1, decisions.pairs().size());
    assertEquals(1, decisions.refusals().size());
    String refused =
        decisions.pairs().getFirst().ambassador().registration().equals(id(ADA)) ? "2" : "1";
    assertEquals(
        "Clé n°\u00a0"
            + refused
            + "\u00a0: L’étudiante ou l’étudiant est déjà dans un autre binôme choisi par"
            + " l’équipe.",
        decisions.refusals().getFirst().why());
  }

  @Test
  void an_ambassador_of_two_may_get_both_and_both_sides_may_ask() {
    RegistrationBuilder ada = ambassador("Ada").capacity(2);
    PairingRun.Decisions decisions =
        decide(
            List.of(),
            List.of(asked(ada, ZOE, ada), asked(ada, YAN, ada), asked(ZOE, ZOE, ada)),
            ada,
            ZOE,
            YAN);
    assertEquals(2, decisions.pairs().size());
    assertEquals(2, decisions.cost().orElseThrow().pairs().size());
    assertEquals(List.of(), decisions.refusals());
  }

  @Test
  void a_refusal_that_stands_there_already_is_not_written_again_and_an_old_one_goes() {
    ImposedRequest same = new ImposedRequest(id(ADA), "Non.", Optional.empty(), "Non.");
    ImposedRequest old = new ImposedRequest(id(BOB), "Non.", Optional.empty(), "");
    assertEquals(
        List.of(new ImposedRefusal(id(BOB), "")),
        decide(List.of(), List.of(same, old), ADA, BOB).refusals());
  }

  @Test
  void whoever_is_gone_meanwhile_is_not_imposed() {
    PairingRun.Decisions decisions = decide(List.of(), List.of(asked(ADA, ZOE, ADA)), ADA);
    assertEquals(List.of(), decisions.pairs());
    assertEquals(
        "L’une des deux personnes n’était plus disponible au moment de l’appariement.",
        decisions.refusals().getFirst().why());
  }
}
