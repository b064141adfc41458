package fr.vismonjob.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.edition.InvalidEdition;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.metric.MetricLines;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebFunctionTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private static final MetricLines METRICS = new MetricLines();

  private static final class Echo implements Resource.Form {
    @Override
    public Answer get(Request request) {
      return new Answer.Shown(() -> "<p>page</p>", Map.of("statut", "VU"));
    }

    @Override
    public Answer post(Request request, Fields fields) {
      return switch (fields.text("prenom")) {
        case "invalid" ->
            new Answer.Invalid(() -> "<form>", List.of(new Violation("prenom", "non")));
        case "conflict" -> new Answer.Conflict(() -> "<p>non</p>", "Complet.");
        case "edition" -> throw new InvalidEdition("2026", "jour", "« zoe@example.fr »");
        case "fault" -> throw new IllegalStateException("Zoé Martin");
        default -> Answer.Done.ok("/inscription/x", Map.of("statut", "FAIT"));
      };
    }
  }

  private static Response send(String method, Map<String, String> headers, String body) {
    return send(method, Map.of(), headers, body);
  }

  private static Response send(
      String method, Map<String, String> pathParameters, Map<String, String> headers, String body) {
    WebFunction web =
        new WebFunction(
            page -> page.status() + " " + page.reason() + " " + page.reference(),
            Map.of("/etudiants", new Echo()),
            METRICS.metrics());
    return web.respond(
        new Request(
            method,
            "/etudiants",
            pathParameters,
            Map.of(),
            headers,
            body.getBytes(StandardCharsets.UTF_8),
            "http://localhost/Prod",
            "r-1"));
  }

  private static Response post(String type, String body) {
    return send("POST", Map.of("content-type", type), body);
  }

  private static String body(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void a_form_that_worked_leads_to_its_page_under_the_site_s_path() {
    Response response = post(FORM, "prenom=Zo%C3%A9");
    assertEquals(303, response.status());
    assertEquals("/Prod/inscription/x", response.headers().get("Location"));
  }

  @Test
  void json_that_worked_gets_the_new_state() {
    Response response = post(JSON, "{\"prenom\":\"Zoé\"}");
    assertEquals(200, response.status());
    assertEquals("{\"statut\":\"FAIT\"}", body(response));
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, '', 200",
    "application/json, '*/*', 200",
    "application/json, text/html, 303",
    "application/x-www-form-urlencoded, application/json, 200",
    "application/x-www-form-urlencoded, 'text/html, application/problem+json;q=0.5', 200",
    "application/x-www-form-urlencoded, '*/*', 303",
    "application/x-www-form-urlencoded, 'application/json;q=0, text/html', 303"
  })
  void accept_decides_the_form_of_the_answer(String type, String accept, int status) {
    String body = type.equals(JSON) ? "{\"prenom\":\"Zoé\"}" : "prenom=Zo%C3%A9";
    Map<String, String> headers =
        accept.isEmpty()
            ? Map.of("content-type", type)
            : Map.of("content-type", type, "accept", accept);
    assertEquals(status, send("POST", headers, body).status());
  }

  @ParameterizedTest
  @CsvSource({"invalid, 422", "conflict, 409", "edition, 503", "fault, 500"})
  void each_outcome_has_its_status_for_both_readers(String name, int status) {
    assertEquals(status, post(FORM, "prenom=" + name).status());
    Response problem = post(JSON, "{\"prenom\":\"" + name + "\"}");
    assertEquals(status, problem.status());
    assertEquals("application/problem+json", problem.headers().get("Content-Type"));
  }

  @Test
  void a_fault_is_logged_with_the_registration_and_never_with_the_links_secret() {
    String id = "0123456789abcdef0123456789abcdef";
    String secret = "abcdefghijklmnopqrstuv";
    String line = logged(Map.of("link", id + "." + secret));
    assertTrue(line.contains("\"registration\":\"" + id + "\""), line);
    assertFalse(line.contains(secret), line);
    assertFalse(logged(Map.of("link", "Zoé." + secret)).contains("registration"));
  }

  private static String logged(Map<String, String> pathParameters) {
    PrintStream before = System.out;
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    System.setOut(new PrintStream(lines, true, StandardCharsets.UTF_8));
    try {
      send("POST", pathParameters, Map.of("content-type", FORM), "prenom=fault");
    } finally {
      System.setOut(before);
    }
    return lines.toString(StandardCharsets.UTF_8);
  }

  @Test
  void an_edition_that_cannot_be_used_is_counted() {
    int before = METRICS.lines().size();
    post(FORM, "prenom=fault");
    post(FORM, "prenom=edition");
    List<String> written = METRICS.written();
    assertEquals(List.of("UnreadableEditions[]=1"), written.subList(before, written.size()));
  }

  @Test
  void an_edition_that_cannot_be_used_is_named_with_the_attribute_to_both_readers() {
    assertTrue(body(post(FORM, "prenom=edition")).contains("« jour »"));
    String problem = body(post(JSON, "{\"prenom\":\"edition\"}"));
    assertTrue(problem.contains("« jour »"), problem);
    assertFalse(problem.contains("zoe"), "the value may be somebody's address");
    assertFalse(body(post(FORM, "prenom=edition")).contains("zoe"));
  }

  @Test
  void a_fault_tells_a_reference_and_nothing_else() {
    String page = body(post(FORM, "prenom=fault"));
    assertTrue(page.contains("r-1"), page);
    assertFalse(page.contains("Zoé"), page);
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, prenom=a, 415",
    "'', prenom=a, 415",
    "application/json, [], 400",
    "application/x-www-form-urlencoded, prenom=%, 400"
  })
  void an_unreadable_body_is_refused(String type, String body, int status) {
    Map<String, String> headers = type.isEmpty() ? Map.of() : Map.of("content-type", type);
    assertEquals(status, send("POST", headers, body).status());
  }

  @Test
  void a_body_over_64_kib_is_refused_and_one_of_64_kib_is_read() {
    assertEquals(413, post(FORM, "prenom=" + "a".repeat(64 * 1024)).status());
    assertEquals(303, post(FORM, "prenom=" + "a".repeat(64 * 1024 - "prenom=".length())).status());
  }

  @ParameterizedTest
  @CsvSource({"PUT", "DELETE", "OPTIONS", "PATCH"})
  void other_methods_are_refused_with_those_allowed(String method) {
    Response response = send(method, Map.of(), "");
    assertEquals(405, response.status());
    assertEquals("GET, HEAD, POST", response.headers().get("Allow"));
  }

  @Test
  void head_has_get_s_status_and_headers_without_its_body() {
    Response get = send("GET", Map.of(), "");
    Response head = send("HEAD", Map.of(), "");
    assertEquals(get.status(), head.status());
    assertEquals(get.headers(), head.headers());
    assertEquals(0, head.body().length);
  }

  @Test
  void every_answer_bears_the_security_headers() {
    for (Response response :
        List.of(send("GET", Map.of(), ""), send("PUT", Map.of(), ""), post(FORM, "prenom=fault"))) {
      assertTrue(
          response
              .headers()
              .keySet()
              .containsAll(
                  List.of(
                      "Content-Security-Policy",
                      "Strict-Transport-Security",
                      "X-Content-Type-Options",
                      "Referrer-Policy",
                      "Permissions-Policy",
                      "Cross-Origin-Resource-Policy")));
    }
  }
}
