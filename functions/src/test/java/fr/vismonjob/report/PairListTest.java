package fr.vismonjob.report;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PairListTest {
  private static Registration ada(String phone) {
    return ambassador("Ada")
        .person(new Person("Ada", "=HYPERLINK(1)", "ada@example.gouv.fr", phone, "fauteuil"))
        .place("Lyon", "69", "Rhône", 45.76, 4.84)
        .build();
  }

  private static final Registration ZOE = student("Zoe").build();

  private static List<String> only(PairList pairs) {
    return pairs.sheet().rows().getFirst();
  }

  @Test
  void a_row_tells_who_meets_whom_where_when_and_why() {
    PairList pairs = new PairList();
    Registration ada = ada("+33612345678");
    pairs.add(
        PairBuilder.pair("p1", ada, ZOE).reasons("Métier ; un.", "Lieu.").build(),
        Optional.of(ada),
        Optional.of(ZOE));
    assertEquals(
        "2026-11-24;Formés;Ada =HYPERLINK(1);ada@example.gouv.fr;06 12 34 56 78;Zoe Martin;"
            + "zoe@example.gouv.fr;;Ministère de l’Intérieur;Direction du numérique;Développement;"
            + "Paris (Paris);Auvergne-Rhône-Alpes;3,2;100;\"Métier ; un. Lieu.\";p1",
        pairs.sheet().csv().lines().toList().getLast());
  }

  @ParameterizedTest
  @CsvSource({
    "0612345678, 06 12 34 56 78",
    "06.12.34.56.78, 06 12 34 56 78",
    "+33 (0)6 12 34 56 78, 06 12 34 56 78",
    "0033612345678, 06 12 34 56 78",
    "+44 20 7946 0958, +44 20 7946 0958",
    "'', ''"
  })
  void a_telephone_stays_one_in_a_spreadsheet(String typed, String shown) {
    PairList pairs = new PairList();
    Registration ada = ada(typed);
    pairs.add(PairBuilder.pair("p1", ada, ZOE).build(), Optional.of(ada), Optional.empty());
    assertEquals(shown, only(pairs).get(4));
  }

  @Test
  void of_somebody_erased_nothing_is_left_but_the_pair() {
    PairList pairs = new PairList();
    pairs.add(
        PairBuilder.pair("p1", ada(""), ZOE).erased(Role.AMBASSADEUR).build(),
        Optional.empty(),
        Optional.of(ZOE));
    assertEquals(List.of("", "", ""), only(pairs).subList(2, 5));
    assertEquals("", only(pairs).get(9));
    assertEquals("Non connue", only(pairs).get(12));
  }
}
