package fr.vismonjob.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.form.FieldReader.Violation;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of each kind of field, whatever form it is in. */
final class FieldReaderTest {
  private static final List<Labelled> COLOURS =
      List.of(new Labelled("r", "Rouge"), new Labelled("v", "Vert"), new Labelled("b", "Bleu"));

  private static final Field<Kind.Line> NAME =
      Field.of("nom", new Kind.Line(5, "off"), "Nom").required("Indiquez le nom.");
  private static final Field<Kind.Line> CODE = Field.of("code", Kind.Line.ofCode(9), "Code");
  private static final Field<Kind.Lines> WORDS = Field.of("mots", new Kind.Lines(20, 2), "Mots");
  private static final Field<Kind.Choice> COLOUR =
      Field.of("couleur", new Kind.Choice(COLOURS, false), "Couleur");
  private static final Field<Kind.Ranking> WISHES =
      Field.of("souhaits", new Kind.Ranking(COLOURS, 2), "Souhaits").required("Un au moins.");
  private static final Field<Kind.Whole> NUMBER =
      Field.of("nombre", new Kind.Whole(1, 5, 3, List.of()), "Nombre");
  private static final Field<Kind.Box> BOX = Field.of("case", new Kind.Box(), "Case");
  private static final Field<Kind.Day> DAY = Field.of("jour", new Kind.Day(), "Jour");
  private static final Field<Kind.Hour> HOUR = Field.of("heure", new Kind.Hour(), "Heure");
  private static final Field<Kind.Days> DAYS = Field.of("jours", new Kind.Days(), "Jours");
  private static final Field<Kind.Action> BUTTON =
      Field.of("action", new Kind.Action("garder", "rendre", "changer"), "Action");
  private static final Field<Kind.Action> ONE_BUTTON =
      Field.of("envoi", new Kind.Action("envoyer"), "Envoi");

  private static FieldReader form(Field<?> field, String... values) {
    return new FieldReader(Fields.of(Map.of(field.name(), List.of(values))), List.of(field));
  }

  private static FieldReader json(Field<?> field, Object value) {
    return new FieldReader(Fields.ofJson(Map.of(field.name(), value)), List.of(field));
  }

  private static String faults(FieldReader reader) {
    return String.join(" ", reader.violations().stream().map(Violation::message).toList());
  }

  /** What is wrong once the answer has been read. */
  private static String faults(FieldReader reader, Consumer<FieldReader> answer) {
    answer.accept(reader);
    return faults(reader);
  }

  @Test
  void a_value_of_another_type_in_json_is_refused_and_not_read() {
    FieldReader reader = json(NUMBER, "3");
    assertEquals("Cette valeur n’est pas du type attendu.", faults(reader));
    assertEquals(3, reader.whole(NUMBER));
    assertEquals("", faults(json(NUMBER, 4), r -> r.whole(NUMBER)));
    assertEquals("Cette valeur n’est pas du type attendu.", faults(json(WISHES, "r")));
    assertEquals(List.of(), json(WISHES, "r").ranking(WISHES));
  }

  @Test
  void only_a_list_may_be_sent_several_times() {
    String once = "Ce champ ne peut être indiqué qu’une fois.";
    assertEquals(once, faults(form(COLOUR, "r", "v")));
    assertEquals("", form(COLOUR, "r", "v").choice(COLOUR).code());
    assertEquals("", faults(form(COLOUR, "r")));
    assertEquals("", faults(form(WISHES, "r", "v"), r -> r.ranking(WISHES)));
  }

  @Test
  void what_the_form_does_not_have_comes_last_and_each_field_has_its_first_fault_alone() {
    FieldReader reader =
        new FieldReader(
            Fields.of(Map.of("intrus", List.of("1"), "nom", List.of("beaucoup\u0007"))),
            List.of(NAME));
    assertTrue(reader.isFaulty(NAME));
    reader.text(NAME);
    assertEquals(
        List.of(
            new Violation("nom", "Le texte dépasse 5 caractères."),
            new Violation("intrus", "Ce champ n’existe pas.")),
        reader.violations());
    assertFalse(form(NAME, "Zoé").isFaulty(NAME));
  }

  @Test
  void a_text_has_its_longest_and_only_several_lines_break() {
    assertEquals("", faults(form(NAME, "abcd🙂"), r -> r.text(NAME)));
    assertEquals("Le texte dépasse 5 caractères.", faults(form(NAME, "abcde🙂")));
    String control = "Le texte contient un caractère de contrôle.";
    assertEquals(control, faults(form(NAME, "a\nb")));
    assertEquals(control, faults(form(NAME, "a\tb")));
    assertEquals("", faults(form(WORDS, "a\nb\tc")));
    assertEquals(control, faults(form(WORDS, "a\u0007b")));
    assertEquals("a\nb\tc", form(WORDS, "a\nb\tc").text(WORDS));
    assertEquals("", form(WORDS, "a\u0007b").text(WORDS));
  }

  @Test
  void a_needed_field_that_is_left_out_says_so_in_its_words() {
    assertEquals("Indiquez le nom.", faults(form(NAME, " "), r -> r.text(NAME)));
    assertEquals("Un au moins.", faults(form(WISHES, ""), r -> r.ranking(WISHES)));
    assertEquals("", faults(form(CODE, ""), r -> r.text(CODE)));
    assertEquals("", faults(form(DAYS), r -> r.days(DAYS)));
  }

  /** In words a joiner may be needed; in an address it is dirt. */
  @Test
  void words_stay_and_codes_are_cleaned() {
    assertEquals("क्\u200dष", form(WORDS, "क्\u200dष").text(WORDS));
    assertEquals("AB12", form(CODE, "AB\u200d12").text(CODE));
  }

  @Test
  void a_choice_is_in_the_list_or_left_out() {
    assertEquals("Vert", form(COLOUR, "v").choice(COLOUR).label());
    assertEquals("", faults(form(COLOUR, ""), r -> r.choice(COLOUR)));
    assertEquals(new Labelled("", ""), form(COLOUR, "").choice(COLOUR));
    String unknown = "Ce choix n’est pas dans la liste.";
    assertEquals(unknown, faults(form(COLOUR, "x"), r -> r.choice(COLOUR)));
  }

  @ParameterizedTest
  @CsvSource({
    "r v, ''",
    "r v b, Indiquez 2 choix au plus.",
    "r r, Le même choix est indiqué plusieurs fois.",
    "r x, Un des choix n’est pas dans la liste."
  })
  void several_choices_are_different_known_and_not_too_many(String codes, String fault) {
    assertEquals(fault, faults(form(WISHES, codes.split(" ")), r -> r.ranking(WISHES)));
  }

  @ParameterizedTest
  @CsvSource({"'', 3", "1, 1", "5, 5", "4.0, 4", "0, ", "6, ", "2.5, ", "-1, ", "trois, "})
  void a_number_is_whole_and_within_its_bounds(String typed, Integer read) {
    FieldReader reader = form(NUMBER, typed);
    int number = reader.whole(NUMBER);
    if (read == null) {
      assertEquals("Indiquez un nombre entier entre 1 et 5.", faults(reader));
    } else {
      assertEquals(read, number);
      assertEquals("", faults(reader));
    }
  }

  @Test
  void a_box_is_ticked_by_yes_alone() {
    assertTrue(form(BOX, "oui").ticked(BOX));
    assertFalse(form(BOX).ticked(BOX));
    assertEquals("", faults(form(BOX, ""), r -> r.ticked(BOX)));
    assertFalse(form(BOX, "non").ticked(BOX));
    assertEquals(
        "La seule valeur possible est « oui ».", faults(form(BOX, "non"), r -> r.ticked(BOX)));
  }

  @Test
  void days_and_hours_are_read_as_they_are_written() {
    String wrong = "Une date n’est pas de la forme 2026-11-24.";
    LocalDate day = LocalDate.parse("2026-11-24");
    assertEquals(Optional.of(day), form(DAY, "2026-11-24").day(DAY));
    assertEquals(Optional.empty(), form(DAY, "").day(DAY));
    assertEquals("", faults(form(DAY, ""), r -> r.day(DAY)));
    assertEquals(wrong, faults(form(DAY, "24/11"), r -> r.day(DAY)));
    assertEquals(List.of(day), form(DAYS, "2026-11-24", "").days(DAYS));
    assertEquals(wrong, faults(form(DAYS, "2026-11-24", "demain"), r -> r.days(DAYS)));
    assertEquals(Optional.of(LocalTime.of(9, 30)), form(HOUR, "9h30").hour(HOUR));
    assertEquals("", faults(form(HOUR, "9h30")));
    assertEquals("", faults(form(HOUR, "")));
    assertEquals("Indiquez une heure, par exemple 09:30.", faults(form(HOUR, "midi")));
  }

  @Test
  void a_button_that_the_form_does_not_have_is_answered_with_those_that_it_has() {
    assertEquals("rendre", form(BUTTON, "rendre").action(BUTTON));
    assertEquals("", form(BUTTON, "").action(BUTTON));
    assertEquals("", faults(form(BUTTON, ""), r -> r.action(BUTTON)));
    assertEquals("", form(BUTTON, "autre").action(BUTTON));
    assertEquals(
        "Les actions possibles sont «\u00a0garder\u00a0», «\u00a0rendre\u00a0» et"
            + " «\u00a0changer\u00a0».",
        faults(form(BUTTON, "autre"), r -> r.action(BUTTON)));
    assertEquals(
        "La seule action possible est «\u00a0envoyer\u00a0».",
        faults(form(ONE_BUTTON, "autre"), r -> r.action(ONE_BUTTON)));
  }
}
