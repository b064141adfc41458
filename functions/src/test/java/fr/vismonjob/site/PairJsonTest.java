package fr.vismonjob.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.form.FilledField;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.registration.EveryField;
import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PairJsonTest {
  @ParameterizedTest
  @EnumSource(Role.class)
  void a_partner_is_known_by_all_that_tells_who_it_is(Role role) {
    Registration ambassador = EveryField.registration(Role.AMBASSADEUR);
    Registration student = EveryField.registration(Role.ETUDIANT);
    Pair pair = PairBuilder.pair("p1", ambassador, student).build();
    Registration partner = role == Role.AMBASSADEUR ? ambassador : student;
    Registration self = role == Role.AMBASSADEUR ? student : ambassador;
    Map<String, Object> expected = new TreeMap<>();
    for (FilledField answer : FilledForm.of(partner)) {
      if (answer.field().isPersonal() && answer.field().isShownToPartner()) {
        expected.put(answer.field().name(), answer.words().getFirst());
      }
    }
    expected.remove("prenom");
    expected.put("nom", partner.person().fullName());

    assertEquals(
        expected,
        PairJson.of(pair, self, Optional.of(partner), Optional.empty(), Optional.empty())
            .get("avec"));
  }
}
