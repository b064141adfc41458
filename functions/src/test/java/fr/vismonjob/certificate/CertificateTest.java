package fr.vismonjob.certificate;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.named;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CertificateTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
  private final Registration ada = ambassador("Ada").build();
  private final Registration zoe = student("Zoe").build();

  private Pair pair(String id, PairStatus status, String day) {
    return PairBuilder.pair(id, ada, zoe).status(status).date(day).build();
  }

  private static Certificate earned(Registration person, Pair... pairs) {
    return assertInstanceOf(Certificate.Earned.class, Certificate.of(person, List.of(pairs), TODAY))
        .certificate();
  }

  @Test
  void a_student_has_spent_a_day_and_an_ambassador_has_received_somebody() {
    Pair pair = pair("p1", PairStatus.REALISE, "2026-11-24");
    Certificate ofZoe = earned(zoe, pair);
    assertEquals("Zoe Martin", ofZoe.name());
    assertEquals("Vis mon job, édition 2026", ofZoe.edition());
    assertEquals(
        "a passé une journée d’immersion dans un métier du numérique de l’État, le mardi"
            + " 24\u00a0novembre 2026, à Paris (Paris) : Développement, Ministère de l’Intérieur.",
        ofZoe.sentences().getFirst());
    assertEquals("Attestation établie le jeudi 26\u00a0novembre 2026.", ofZoe.issued());
    assertEquals(
        "a accueilli pour une journée d’immersion une personne venue découvrir son métier, le mardi"
            + " 24\u00a0novembre 2026, à Paris (Paris) : Développement, Ministère de l’Intérieur.",
        earned(ada, pair).sentences().getFirst());
  }

  /** The pair keeps the name under which the two met. */
  @Test
  void it_bears_the_name_that_the_partner_met() {
    Registration renamed =
        student("Zoe").person(named("Quelqu’un", "D’Autre", "zoe@example.fr")).build();
    assertEquals(
        "Zoe Martin", earned(renamed, pair("p1", PairStatus.REALISE, "2026-11-24")).name());
  }

  @Test
  void it_does_not_name_the_other_one() {
    Certificate ofAda = earned(ada, pair("p1", PairStatus.REALISE, "2026-11-24"));
    assertFalse(ofAda.toString().contains("Zoe"));
  }

  @Test
  void each_day_that_took_place_has_its_sentence_in_order_and_no_other_has() {
    List<String> sentences =
        earned(
                ada,
                pair("p1", PairStatus.REALISE, "2026-11-25"),
                pair("p2", PairStatus.NON_REALISE, "2026-11-24"),
                pair("p3", PairStatus.REALISE, "2026-11-23"))
            .sentences();
    assertEquals(2, sentences.size());
    assertTrue(sentences.get(0).contains("lundi 23\u00a0novembre"));
    assertTrue(sentences.get(1).contains("mercredi 25\u00a0novembre"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REALISE")
  void whatever_has_not_taken_place_gives_none_and_a_reason(PairStatus status) {
    String reason =
        assertInstanceOf(
                Certificate.NotEarned.class,
                Certificate.of(zoe, List.of(pair("p1", status, "2026-11-24")), TODAY))
            .reason();
    assertEquals('.', reason.charAt(reason.length() - 1));
  }

  @Test
  void somebody_without_a_pair_has_none() {
    assertInstanceOf(Certificate.NotEarned.class, Certificate.of(zoe, List.of(), TODAY));
  }
}
