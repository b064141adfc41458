package fr.vismonjob.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Kind;
import fr.vismonjob.web.FormBody.UnreadableBody;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {
  private static Fields form(String body) {
    return FormBody.urlEncoded(body.getBytes(StandardCharsets.UTF_8));
  }

  private static Fields json(String body) {
    return FormBody.json(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_form_is_decoded_as_browsers_encode_it() {
    Fields fields = form("prenom=Zo%C3%A9+Anne&metiers=donnees&metiers=&metiers=design&vide=");
    assertEquals("Zoé Anne", fields.text("prenom"));
    assertEquals(List.of("donnees", "design"), fields.codes("metiers"));
    assertEquals("", fields.text("vide"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%4", "a=%ff", "a=%C3"})
  void a_broken_encoding_is_refused(String body) {
    assertThrows(UnreadableBody.class, () -> form(body));
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    assertThrows(
        UnreadableBody.class, () -> FormBody.urlEncoded(new byte[] {'a', '=', (byte) 0xff}));
    assertThrows(UnreadableBody.class, () -> FormBody.json(new byte[] {'"', (byte) 0xc3, '"'}));
    for (Charset other : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThrows(
          UnreadableBody.class, () -> FormBody.json("{\"prenom\":\"Ada\"}".getBytes(other)));
    }
  }

  /** Deeper than our stack, or than anything that a form asks for. */
  @ParameterizedTest
  @ValueSource(ints = {201, 900, 20_000})
  void json_that_is_nested_deeply_is_refused(int depth) {
    assertThrows(
        UnreadableBody.class,
        () -> json("{\"nom\":" + "[".repeat(depth) + "]".repeat(depth) + "}"));
    assertThrows(
        UnreadableBody.class, () -> json("{\"nom\":".repeat(depth) + "1" + "}".repeat(depth)));
  }

  @Test
  void json_says_the_same_as_a_form() {
    Fields fields =
        json(
            """
            {"prenom":"Zoé","metiers":["donnees","design"],"rayon_km":30,"consentement":true,"besoins":null}
            """);
    assertEquals("Zoé", fields.text("prenom"));
    assertEquals(List.of("donnees", "design"), fields.codes("metiers"));
    assertEquals("30", fields.text("rayon_km"));
    assertEquals("oui", fields.text("consentement"));
    assertEquals("", fields.text("besoins"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "1", "\"a\"", "null", "", "{", "{} {}", "{\"a\":1,\"a\":2}", "{\"a\":}"})
  void what_is_not_one_json_object_is_refused(String body) {
    assertThrows(UnreadableBody.class, () -> json(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"prenom\":\"\\ud83d\"}",
        "{\"\\udc4d\":\"a\"}",
        "{\"dates\":[null,\"\\ud83d\"]}",
        "{\"a\":{\"b\":[\"\\ud83d\"]}}"
      })
  void half_a_character_is_refused(String body) {
    assertThrows(UnreadableBody.class, () -> json(body));
  }

  @Test
  void a_whole_surrogate_pair_is_one_character() {
    assertEquals("👍", json("{\"prenom\":\"\\ud83d\\udc4d\"}").text("prenom"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"prenom\":1}", "{\"prenom\":[\"a\"]}", "{\"prenom\":{}}", "{\"prenom\":true}"})
  void a_value_of_another_type_is_known_as_such(String body) {
    assertTrue(json(body).isMisTyped("prenom", Kind.Json.TEXT));
  }

  @Test
  void numbers_lists_and_truths_have_their_types() {
    assertTrue(json("{\"rayon_km\":\"30\"}").isMisTyped("rayon_km", Kind.Json.NUMBER));
    assertTrue(json("{\"dates\":\"2026-11-24\"}").isMisTyped("dates", Kind.Json.TEXTS));
    assertTrue(json("{\"dates\":[1]}").isMisTyped("dates", Kind.Json.TEXTS));
    assertTrue(json("{\"consentement\":\"oui\"}").isMisTyped("consentement", Kind.Json.TRUTH));
  }
}
