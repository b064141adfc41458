package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.named;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.form.FilledField;
import fr.vismonjob.registration.EveryField;
import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonalTracesTest {
  private final PersonalTraces traces =
      PersonalTraces.of(
          student("Noé")
              .person(named("Noé", "Le Gall", "noe.legall@example.fr", "06 12 34 56 78"))
              .build());

  @Test
  void names_address_and_telephone_are_struck_out() {
    assertEquals(
        "[effacé] ([effacé]) et M. [effacé] : [effacé].",
        traces.redact("NOÉ LE GALL (Noe.Legall@example.fr) et M. le gall : 06 12 34 56 78."));
  }

  @Test
  void a_part_of_another_word_is_no_trace() {
    assertFalse(traces.in("Noémie et Le Gallois"));
    assertTrue(traces.in("L’équipe de Noé"));
  }

  /** Who is erased, what the partner wrote, and what of it stays. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Noé       | Le Gall    | Merci noe                       | Merci [effacé]
          Noé       | Le Gall    | NOE\\u0301 et NOE               | [effacé] et [effacé]
          Noe\\u0301 | Le Gall   | Merci Noé !                     | Merci [effacé] !
          Noé       | Le Gall    | L’accueil de Le  Gall Noé       | L’accueil de [effacé]
          Noé       | Le Gall    | legall, le-gall, LE\\u00A0GALL  | [effacé], [effacé], [effacé]
          Noé       | Le Gall    | Le matin, le gallo              | Le matin, le gallo
          François  | Bœuf       | francois BOEUF et Franc\\u0327ois | [effacé] et [effacé]
          Jean-Luc  | D’Aubigné  | Jean Luc d'aubigne, jeanluc     | [effacé], [effacé]
          Zoë       | Nuñez      | ＺＯＥ ＮＵＮＥＺ                 | [effacé]
          Zoë       | Nuñez      | Zo\\u200Be\\u0308 a parlé       | [effacé] a parlé
          A         | Le         | Il a le temps, à le voir        | Il a le temps, à le voir
          A         | Le         | Le matin. A midi aussi          | Le matin. A midi aussi
          A         | Le         | Merci A Le                      | Merci [effacé]
          A         | Le         | Merci LE A, et à Mme Le         | Merci [effacé], et à Mme [effacé]
          A         | Le         | ELLE A LE SOURIRE               | ELLE A LE SOURIRE
          Anna      | Le         | Anna le dit, ANNA aussi         | [effacé] le dit, [effacé] aussi
          Anna      | Le         | ANNA LE DIT                     | [effacé] LE DIT
          Anna      | Le         | Anna Le et Anna LE              | [effacé] et [effacé]
          Bo        | Li         | Bo et Mme Li, du rab            | [effacé] et Mme [effacé], du rab
          Bo        | Li         | li, bo, Lié, Bob                | li, bo, Lié, Bob
          Son       | Des        | Son accueil, Des gens           | Son accueil, Des gens
          Son       | Des        | Son Des, monsieur Son           | [effacé], monsieur [effacé]
          Son       | Martin     | Merci à monsieur son ami       | Merci à monsieur son ami
          Son       | Martin     | MME SON EST VENUE              | MME SON EST VENUE
          bo        | li         | li, bo, Mme Bo                 | li, bo, Mme [effacé]
          BO        | LI         | li, bo, Mme Bo                 | li, bo, Mme [effacé]
          Jean      | Jean-Luc   | Jean-Luc et Jean               | [effacé] et [effacé]
          明        | 李         | 李 明 m’a parlé                 | [effacé] m’a parlé
          明        | 李         | MERCI 明                        | MERCI [effacé]
          Łukasz    | Øst        | LUKASZ ost                      | [effacé]
          Zoé       | .*         | a.*b, Zoé                       | a.*b, [effacé]
          """)
  void a_name_is_struck_where_it_is_one(String first, String last, String wrote, String stays) {
    Person person = named(unescaped(first), unescaped(last), "z@example.fr");
    assertEquals(
        unescaped(stays),
        PersonalTraces.of(student("Zoe").person(person).build()).redact(unescaped(wrote)));
  }

  /** Accents that follow their letters and blanks of another kind, which an editor would change. */
  private static String unescaped(String text) {
    return Pattern.compile("\\\\u([0-9A-F]{4})")
        .matcher(text)
        .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "06 12 34 56 78",
        "0612345678",
        "06.12.34.56.78",
        "+33 6 12 34 56 78",
        "+33 (0)6 12-34-56-78",
        "0033612345678"
      })
  void a_telephone_is_struck_however_it_is_written(String written) {
    assertEquals("Appelez le [effacé].", traces.redact("Appelez le " + written + "."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"06 12 34 56 78", "+33 (0)6 12 34 56 78", "+33 06 12 34 56 78", "00330612345678"})
  void however_the_person_wrote_it(String own) {
    Person person = named("Zoé", "Martin", "zoe@example.org", own);
    assertEquals(
        "Appelez le [effacé] ou le [effacé].",
        PersonalTraces.of(student("Zoe").person(person).build())
            .redact("Appelez le 06 12 34 56 78 ou le +33 6 12 34 56 78."));
  }

  @Test
  void a_telephone_of_another_country_has_its_prefix() {
    PersonalTraces belgian =
        PersonalTraces.of(answers("Zoé", "Martin", "zoe@example.org", "+32 2 555 12 12"), "");
    assertEquals(
        "Appelez le [effacé], pas le 2 555 12 12.",
        belgian.redact("Appelez le +32 2.555.12.12, pas le 2 555 12 12."));
  }

  private static RegistrationAnswers answers(
      String first, String last, String address, String phone) {
    return student("Zoe").person(named(first, last, address, phone)).build().answers();
  }

  @Test
  void a_former_name_is_struck_unless_it_could_be_a_word() {
    RegistrationAnswers anne = answers("Anne", "Martin", "anne@example.org", "");
    assertEquals(
        "Zoé et le matin, [effacé], [effacé].",
        PersonalTraces.of(anne, "").redact("Zoé et le matin, Martin Anne, anne martin."));
    assertEquals(
        "[effacé] et le matin, [effacé], Mme Le.",
        PersonalTraces.of(anne, " Zoé  Le Martin").redact("Zoé et le matin, Martin Anne, Mme Le."));
  }

  @Test
  void of_a_text_that_stays_no_way_to_reach_anybody_is_left() {
    assertEquals(
        "Merci [effacé], écrivez à [effacé] ou au [effacé] dès 9 h.",
        traces.erasedFrom(
            "Merci Noé, écrivez à z.m@ancienne.example ou au 04 98 76 54 32 dès 9 h."));
    assertTrue(PersonalTraces.holdsAddress("550 <zm75@ancienne.example>: no such user"));
    assertFalse(PersonalTraces.holdsAddress("550: no such user @ home"));
  }

  @Test
  void what_others_wrote_follows_a_new_name_address_and_telephone() {
    RegistrationAnswers zoe = answers("Zoé", "Martin", "zoe@example.org", "06 98 76 54 32");
    String text = "ZOE MARTIN ou Martin Zoé (Zoe@example.org, 06.98.76.54.32). Zoé, Mme Martin.";
    assertEquals(
        "Anne Martin ou Anne Martin (anne@example.org, 07 11 22 33 44). Zoé, Mme Martin.",
        PersonalTraces.following(
                zoe, answers("Anne", "Martin", "anne@example.org", "07 11 22 33 44"))
            .apply(text));
    assertEquals(
        "ZOE MARTIN ou Martin Zoé (Zoe@example.org, [effacé]). Zoé, Mme Martin.",
        PersonalTraces.following(zoe, answers("Zoé", "Martin", "zoe@example.org", "")).apply(text));
    assertEquals(text, PersonalTraces.following(zoe, zoe).apply(text));
  }

  @Test
  void another_telephone_stays() {
    assertFalse(traces.in("06 12 34 56 79 ou 106 12 34 56 78 1"));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void an_answer_is_a_trace_exactly_if_its_field_tells_who_somebody_is(Role role) {
    Registration person = EveryField.registration(role);
    PersonalTraces own = PersonalTraces.of(person);
    for (FilledField answer : FilledForm.of(person)) {
      for (String typed : answer.typed()) {
        assertEquals(
            answer.field().isPersonal(), own.in("Voir " + typed + "."), answer.field().name());
      }
    }
  }
}
