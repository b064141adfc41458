package fr.vismonjob.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.form.Fields;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxyEventTest {
  private static Request event(String name) throws IOException {
    try (InputStream event = Files.newInputStream(Path.of("../events", name))) {
      return ProxyEvent.read(event);
    }
  }

  @Test
  void a_page_is_asked_for_without_a_body() throws IOException {
    Request request = event("home.json");
    assertEquals("GET", request.method());
    assertEquals("/", request.route());
    assertEquals(0, request.body().length);
    assertFalse(request.wantsJson());
  }

  @Test
  void the_query_is_read() throws IOException {
    assertEquals("01400", event("communes.json").queryParameter("code_postal").orElseThrow());
  }

  @Test
  void a_form_s_bytes_are_decoded() throws IOException {
    Fields fields = FormBody.urlEncoded(event("register-student-form.json").body());
    assertEquals("Zoé", fields.text("prenom"));
    assertEquals(List.of("donnees", "developpement"), fields.codes("metiers"));
  }

  @Test
  void json_is_answered_with_json() throws IOException {
    Request request = event("register-ambassador-json.json");
    assertTrue(request.wantsJson());
    assertEquals("Amélie", FormBody.json(request.body()).text("prenom"));
  }

  @Test
  void a_header_on_two_lines_has_the_values_of_both() {
    String event =
        """
        {"httpMethod": "GET", "resource": "/", "headers": {"Accept": "application/json"},
        "multiValueHeaders": {"Accept": ["text/html", "application/json"]},
        "multiValueQueryStringParameters": {"code_postal": ["35000", "75001"]}}
        """;
    Request request =
        ProxyEvent.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    assertEquals("text/html, application/json", request.header("accept").orElseThrow());
    assertTrue(request.wantsJson());
    assertEquals("35000", request.queryParameter("code_postal").orElseThrow());
  }

  @Test
  void the_link_is_a_path_parameter() throws IOException {
    assertEquals(
        "0123456789abcdef0123456789abcdef.AAAAAAAAAAAAAAAAAAAAAA",
        event("confirm.json").pathParameter("link"));
  }

  @Test
  void what_is_no_event_is_refused_without_its_content() {
    for (String event : List.of("", "[]", "{} {}", "{\"body\":\"a;b\",\"isBase64Encoded\":true}")) {
      UncheckedIOException refused =
          assertThrows(
              UncheckedIOException.class,
              () ->
                  ProxyEvent.read(
                      new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8))));
      assertFalse(String.valueOf(refused.getMessage()).contains("a;b"));
    }
  }

  @Test
  void files_leave_in_base64_and_pages_as_text() {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    ProxyEvent.write(Response.html(200, "é"), page);
    assertTrue(page.toString(StandardCharsets.UTF_8).contains("\"body\":\"é\""));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ProxyEvent.write(new Response(200, java.util.Map.of(), new byte[] {(byte) 0xff}, true), file);
    assertTrue(file.toString(StandardCharsets.UTF_8).contains("\"body\":\"/w==\""));
  }
}
