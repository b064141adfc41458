package fr.vismonjob.report;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.named;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.form.Labelled;
import fr.vismonjob.pairing.Feedback;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.pairing.PersonalTraces;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Neither what is told of a few, nor what is told of the others, tells of less than five people.
 */
final class SmallGroupsTest {
  private static Set<Long> small(Long... sizes) {
    return SmallGroups.of(List.of(sizes), size -> size);
  }

  @Test
  void small_groups_go_and_take_another_with_them_if_they_are_few_together() {
    assertEquals(Set.of(), small(5L, 60L));
    assertEquals(Set.of(4L, 1L), small(4L, 1L, 60L));
    assertEquals(Set.of(3L, 8L), small(60L, 8L, 3L));
    assertEquals(Set.of(2L), small(2L));
  }

  @Test
  void whatever_the_groups_those_left_out_are_none_or_five_unless_there_are_no_more() {
    Random random = new Random(1);
    for (int round = 0; round < 2000; round++) {
      List<Long> sizes = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        sizes.add((long) random.nextInt(9) * 1000 + random.nextInt(8) + i * 10_000_000L);
      }
      // The size is the rest, so that equal sizes are different groups.
      Set<Long> small = SmallGroups.of(sizes, id -> id % 1000);
      long together = small.stream().mapToLong(id -> id % 1000).sum();
      long all = sizes.stream().mapToLong(id -> id % 1000).sum();
      assertTrue(together == 0 || together >= 5 || together == all, sizes::toString);
      assertTrue(
          sizes.stream().allMatch(id -> small.contains(id) || id % 1000 == 0 || id % 1000 >= 5));
    }
  }

  private static Registration of(String name, String school, boolean paired) {
    RegistrationBuilder builder =
        student(name)
            .details(
                new Details.Wishes(
                    school,
                    new Labelled("bac+3", "Bac +3"),
                    List.of(new Labelled("developpement", "Développement")),
                    false,
                    List.of(),
                    50));
    return (paired ? builder.pairedWith("p" + name, "Ada Martin") : builder).build();
  }

  private static List<List<String>> rows(Equity equity, String criterion) {
    return equity.sheet().rows().stream()
        .filter(row -> row.getFirst().equals(criterion))
        .map(row -> row.subList(1, row.size()))
        .toList();
  }

  @Test
  void schools_of_few_are_others_and_the_spelling_makes_no_difference() {
    Equity equity = new Equity();
    for (int i = 0; i < 6; i++) {
      equity.add(of("A" + i, i == 0 ? "UNIVERSITE de  Rennes" : "Université de Rennes", i < 3));
    }
    for (int i = 0; i < 9; i++) {
      equity.add(of("B" + i, "Epita", true));
    }
    equity.add(of("C", "Lycée Zola", true));
    assertEquals(
        List.of(
            List.of("Epita", "9", "9", "100\u00a0%", "–", "–", "–", "–"),
            List.of("autres", "7", "4", "57\u00a0%", "–", "–", "–", "–")),
        rows(equity, "Établissement"),
        "the one of Zola would be what the others are short of the total");
  }

  @Test
  void of_less_than_five_people_in_all_nothing_is_told() {
    Equity equity = new Equity();
    for (int i = 0; i < 4; i++) {
      equity.add(of("A" + i, "Epita", true));
    }
    assertEquals(List.of(), equity.sheet().rows());
  }

  @Test
  void rank_and_distance_are_told_of_five_pairs_or_more() {
    Equity equity = new Equity();
    Registration ada = ambassador("Ada").build();
    for (int i = 0; i < 12; i++) {
      Registration person = of("A" + i, i < 6 ? "Epita" : "Enssat", i != 6);
      equity.add(person);
      if (i != 6) {
        equity.add(person, PairBuilder.pair("p" + i, ada, person).build(), i % 2 == 0 ? 0 : 1);
      }
    }
    assertEquals(
        List.of(
            List.of("Enssat", "6", "5", "83\u00a0%", "40\u00a0%", "60\u00a0%", "0\u00a0%", "3,2"),
            List.of("Epita", "6", "6", "100\u00a0%", "50\u00a0%", "50\u00a0%", "0\u00a0%", "3,2")),
        rows(equity, "Établissement"));
    Registration few = of("Z", "Enib", true);
    for (int i = 0; i < 5; i++) {
      equity.add(of("Y" + i, "Enib", false));
    }
    equity.add(few);
    equity.add(few, PairBuilder.pair("pz", ada, few).build(), 0);
    List<List<String>> rows = rows(equity, "Établissement");
    assertEquals(
        Set.of("Enib", "Enssat"),
        new HashSet<>(
            rows.stream()
                .filter(row -> row.getLast().equals("moins de 5 binômes"))
                .map(List::getFirst)
                .toList()),
        "the one pair of Enib would be what the others are short of the total");
  }

  private static final LocalDate AFTER = LocalDate.parse("2026-11-25");

  private static void answer(Opinions opinions, String name, Role role, int mark, String comment) {
    Registration ada =
        ambassador("Ada")
            .person(named("Ada", "Lovelace", "ada@example.gouv.fr", "06 12 34 56 78"))
            .build();
    Registration zoe = student(name).build();
    opinions.add(
        PairBuilder.pair("p" + name, ada, zoe)
            .answered(role, new Feedback(true, Optional.empty(), OptionalInt.of(mark), comment))
            .build(),
        List.of(PersonalTraces.of(ada), PersonalTraces.of(zoe)));
  }

  private static List<String> row(Opinions opinions, String name) {
    return opinions.sheet().rows().stream()
        .filter(row -> row.getFirst().equals(name))
        .findAny()
        .orElseThrow();
  }

  @Test
  void marks_of_few_are_not_told_and_cannot_be_worked_out() {
    Opinions opinions = new Opinions(AFTER);
    for (int i = 0; i < 5; i++) {
      answer(opinions, "A" + i, Role.ETUDIANT, 4, "");
    }
    assertEquals(
        List.of("Note moyenne, sur 5", "–", "4,0", "4,0"), row(opinions, "Note moyenne, sur 5"));
    answer(opinions, "B", Role.AMBASSADEUR, 1, "");
    assertEquals(
        List.of("Note moyenne, sur 5", "moins de 5", "moins de 5", "3,5"),
        row(opinions, "Note moyenne, sur 5"));
    assertEquals(List.of("Réponses", "1", "5", "6"), row(opinions, "Réponses"));
  }

  @Test
  void comments_come_without_names_and_only_if_there_are_five() {
    Opinions opinions = new Opinions(AFTER);
    for (int i = 0; i < 4; i++) {
      answer(opinions, "A" + i, Role.ETUDIANT, 4, i + " : merci à Ada LOVELACE !");
    }
    assertTrue(opinions.comments().isEmpty());
    answer(
        opinions, "Zoe", Role.ETUDIANT, 4, "Zoé ? 06.12.34.56.78, jo@exemple.fr ou 01 44 00 00 00");
    List<String> told = opinions.comments().rows().stream().map(List::getFirst).toList();
    assertEquals(5, told.size());
    assertEquals("0 : merci à [effacé] !", told.getFirst());
    for (String trace : List.of("Ada", "LOVELACE", "Zoé", "06", "jo@", "44")) {
      assertFalse(told.toString().contains(trace), told::toString);
    }
  }

  @Test
  void each_day_counts_once_whoever_did_not_come() {
    Opinions opinions = new Opinions(AFTER);
    Registration ada = ambassador("Ada").build();
    Registration zoe = student("Zoe").build();
    Feedback blamesHer =
        new Feedback(false, Optional.of(Feedback.Absent.STUDENT), OptionalInt.empty(), "");
    Feedback blamesHim =
        new Feedback(false, Optional.of(Feedback.Absent.AMBASSADOR), OptionalInt.empty(), "");
    opinions.add(
        PairBuilder.pair("p1", ada, zoe)
            .answered(Role.AMBASSADEUR, blamesHer)
            .answered(Role.ETUDIANT, blamesHer)
            .build(),
        List.of());
    opinions.add(
        PairBuilder.pair("p2", ada, zoe)
            .answered(Role.AMBASSADEUR, blamesHer)
            .answered(Role.ETUDIANT, blamesHim)
            .build(),
        List.of());
    assertEquals(
        List.of("2", "1", "1"),
        row(opinions, "L’étudiant ou l’étudiante n’est pas venu").subList(1, 4));
    assertEquals(
        List.of("0", "1", "0"),
        row(opinions, "L’ambassadeur ou l’ambassadrice n’est pas venu").subList(1, 4),
        "each says that it was the other");
    assertEquals(List.of("2", "2", "2"), row(opinions, "Réponses").subList(1, 4));
  }
}
