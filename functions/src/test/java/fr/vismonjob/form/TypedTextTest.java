package fr.vismonjob.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {
  /** Blanks, fillers, marks without a width, marks of direction, joiners, selectors and tags. */
  private static final String INVISIBLE =
      " \t\r\n\u0085\u00a0\u1680\u2003\u2009\u2028\u2029\u202f\u205f\u3000"
          + "\u115f\u1160\u17b4\u2800\u3164\uffa0"
          + "\u00ad\u034f\u180e\u200b\u2060\u2063\ufeff\ufffb\ud834\udd73\udb40\udc01\udb40\udc41"
          + "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
          + "\u200c\u200d\ufe0f\u180b\udb40\udd00";

  @Test
  void text_that_shows_nothing_is_empty() {
    INVISIBLE
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(
            mark -> {
              assertEquals("", TypedText.words(mark + mark), name(mark));
              assertEquals("", TypedText.code(mark + mark), name(mark));
            });
    assertEquals("", TypedText.words(INVISIBLE));
  }

  @Test
  void what_cannot_be_seen_goes_from_both_ends() {
    INVISIBLE
        .codePoints()
        .filter(mark -> !Character.toString(mark).matches("[\ufe0f\u180b\udb40\udd00]"))
        .mapToObj(Character::toString)
        .forEach(
            mark ->
                assertEquals("Zoé Anne", TypedText.words(mark + "Zoé Anne" + mark), name(mark)));
  }

  @Test
  void codes_keep_nothing_that_cannot_be_seen() {
    INVISIBLE
        .codePoints()
        .filter(mark -> " \t\r\n\u0085\u2028\u2029".indexOf(mark) < 0)
        .mapToObj(Character::toString)
        .forEach(mark -> assertEquals("35000", TypedText.code("35" + mark + "000"), name(mark)));
    assertEquals("06 12 34", TypedText.code(" 06 12 34 "));
    assertEquals("35\n000", TypedText.code("35\r\n000\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "نمی‌خواهم", // Persian needs U+200C
        "क्‍ष", // Devanagari, U+200D
        "👩‍💻 et 👨‍👩‍👧",
        "❤️",
        "Jean\u00a0Paul\u00a0: d’accord",
        "葛\udb40\udd00城"
      })
  void what_a_script_or_an_emoji_needs_stays(String text) {
    assertEquals(text, TypedText.words(text));
  }

  @ParameterizedTest
  @CsvSource({
    "a\u202egpj.exe, agpj.exe",
    "Mar\u200bie, Marie",
    "Ma\u200drie, Marie",
    "Mar\u00adtin, Martin",
    "Mar\u2066tin\u2069, Martin",
    "'Ana \u200d Lou', 'Ana  Lou'"
  })
  void marks_of_direction_and_without_width_go_from_words(String typed, String kept) {
    assertEquals(kept, TypedText.words(typed));
  }

  /** A pattern that looks for the end of the text at each place would not come to an end here. */
  @Test
  void the_time_grows_with_the_length_alone() {
    for (String many : List.of(" ", "\u200d", "\u200b", "\n", "e\u0301")) {
      String text = TypedText.words("\u0645" + many.repeat(500_000) + "\u0645");
      assertTrue(text.startsWith("\u0645") && text.endsWith("\u0645"), name(many));
    }
  }

  @Test
  void text_is_composed() {
    assertEquals("Zoé", TypedText.words("Zoe\u0301"));
    assertEquals("zoé@exemple.fr", TypedText.code("zoe\u0301@exemple.fr"));
  }

  @Test
  void every_line_break_is_one_character() {
    assertEquals("a\nb\nc\nd\ne", TypedText.words("a\r\nb\rc\u2028d\u0085e"));
  }

  @Test
  void a_control_character_stays_to_be_refused() {
    assertEquals("a\u0007b", TypedText.words("a\u0007b"));
    assertEquals("\u0000", TypedText.code("\u0000"));
  }

  private static String name(String mark) {
    return "U+%04X".formatted(mark.codePointAt(0));
  }
}
