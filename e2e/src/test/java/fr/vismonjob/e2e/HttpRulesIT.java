package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.STACK;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every address: methods, types, sizes, headers, files. */
class HttpRulesIT {
  private static final String WRONG_LINK = "abc.def";
  private static final byte[] NOTHING = new byte[0];

  @ParameterizedTest
  @CsvSource({
    "/, 200",
    "/ambassadeurs, 200",
    "/etudiants, 200",
    "/accessibilite, 200",
    "/donnees-personnelles, 200",
    "/mentions-legales, 200",
    "/statistiques, 200",
    "/sante, 200",
    "/rien-ici, 404",
    "/.well-known/security.txt, 404",
    "/confirmation/abc.def, 404",
    "/inscription/abc.def, 404",
    "/inscription/abc.def/donnees, 404",
    "/coaching/abc.def, 404",
    "/binome/abc.def, 404",
    "/avis/abc.def, 404",
    "/assets/absent.js, 404"
  })
  void head_has_the_status_and_headers_of_get(String path, int status) {
    Reply get = HTTP.get(path);
    Reply head = HTTP.send("HEAD", path, NOTHING, "Accept", Http.HTML);

    assertAll(
        () -> assertEquals(status, get.status()),
        () -> assertEquals(status, head.status()),
        () -> assertEquals(0, head.body().length),
        () -> assertEquals(get.header("Content-Type"), head.header("Content-Type")),
        () -> assertSafe(get),
        () -> assertSafe(head));
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /etudiants", "DELETE, /etudiants", "PATCH, /ambassadeurs", "OPTIONS, /etudiants",
    "OPTIONS, /", "POST, /", "POST, /communes", "PUT, /confirmation/abc.def",
    "POST, /inscription/abc.def/donnees", "POST, /mentions-legales"
  })
  void another_method_is_not_allowed_and_the_answer_names_those_that_are(
      String method, String path) {
    Reply reply = HTTP.send(method, path, NOTHING, "Accept", Http.HTML);

    assertEquals(405, reply.status());
    List<String> allowed =
        Arrays.stream(reply.header("Allow").orElse("").split(",", -1)).map(String::strip).toList();
    assertTrue(allowed.containsAll(List.of("GET", "HEAD")), allowed.toString());
    assertFalse(allowed.contains(method));
    assertSafe(reply);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /ambassadeurs",
    "HEAD, /ambassadeurs",
    "POST, /ambassadeurs",
    "PUT, /ambassadeurs",
    "GET, /etudiants",
    "POST, /etudiants",
    "GET, /accessibilite",
    "POST, /accessibilite",
    "GET, /communes",
    "GET, /rien-ici",
    "GET, /assets/absent.js",
    "GET, /rapport/abc",
    "GET, /inscription/abc.def",
    "POST, /inscription/abc.def",
    "PUT, /inscription/abc.def",
    "GET, /inscription/abc.def/donnees",
    "POST, /inscription/abc.def/donnees"
  })
  void a_final_slash_makes_no_difference(String method, String path) {
    Reply without = HTTP.send(method, path, NOTHING, "Accept", Http.HTML);
    Reply with = HTTP.send(method, path + "/", NOTHING, "Accept", Http.HTML);

    assertAll(
        () -> assertEquals(without.status(), with.status()),
        () -> assertEquals(without.page().title(), with.page().title()),
        () -> assertEquals(without.page().select("h1").text(), with.page().select("h1").text()),
        () -> assertEquals(without.header("Allow"), with.header("Allow")),
        () -> assertEquals(without.header("Cache-Control"), with.header("Cache-Control")));
  }

  static Stream<Arguments> unreadableJson() {
    return Stream.of(
        arguments("not JSON", Http.utf8("prenom=Ada")),
        arguments("cut off", Http.utf8("{\"prenom\":\"Ada\"")),
        arguments("more than one", Http.utf8("{} {}")),
        arguments("a list", Http.utf8("[]")),
        arguments("a text", Http.utf8("\"Ada\"")),
        arguments("null", Http.utf8("null")),
        arguments("duplicate keys", Http.utf8("{\"nom\":\"Lenoir\",\"nom\":\"Leblanc\"}")),
        arguments("not UTF-8", new byte[] {'{', '"', (byte) 0xC3, '(', '"', ':', '1', '}'}),
        arguments("empty", NOTHING));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadableJson")
  void json_that_is_not_one_object_is_a_bad_request(String what, byte[] body) {
    Reply reply =
        HTTP.send("POST", "/etudiants", body, "Content-Type", Http.JSON, "Accept", Http.JSON);

    assertEquals(400, reply.status(), what);
    assertEquals("application/problem+json", reply.contentType());
    assertSafe(reply);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prenom=%", "prenom=%4", "prenom=%zz", "prenom=%C3%28", "%ff=1"})
  void a_form_that_is_not_encoded_right_is_a_bad_request(String form) {
    assertEquals(400, HTTP.postForm("/etudiants", form).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "application/xml"})
  void another_type_of_body_is_not_supported(String type) {
    byte[] body =
        Http.utf8("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n");
    Reply reply = HTTP.send("POST", "/etudiants", body, "Content-Type", type, "Accept", Http.HTML);

    assertEquals(415, reply.status());
    assertSafe(reply);
  }

  @Test
  void a_body_without_a_type_is_not_supported() {
    assertEquals(415, HTTP.send("POST", "/etudiants", Http.utf8("prenom=Ada")).status());
  }

  @Test
  void parameters_of_the_type_do_not_matter() {
    Sheet sheet = Sheet.student(EDITION.day());

    Reply reply =
        HTTP.send(
            "POST",
            sheet.path(),
            Http.utf8(sheet.json()),
            "Content-Type",
            "Application/JSON; charset=utf-8");

    assertEquals(202, reply.status());
  }

  @Test
  void a_body_over_64_KiB_is_too_large() {
    Sheet sheet = Sheet.student(EDITION.day()).with("besoins", "x".repeat(64 * 1024));

    assertEquals(413, HTTP.postForm(sheet.path(), sheet.form()).status());
    Reply json = HTTP.postJson(sheet.path(), sheet.json());
    assertEquals(413, json.status());
    assertEquals("application/problem+json", json.contentType());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "application/json; application/x-www-form-urlencoded; true",
        "application/problem+json; application/x-www-form-urlencoded; true",
        "text/html, application/json; application/x-www-form-urlencoded; true",
        "text/html; application/json; false",
        "*/*; application/json; true",
        "*/*; application/x-www-form-urlencoded; false",
        "; application/json; true",
        "; application/x-www-form-urlencoded; false"
      })
  void accept_and_the_body_tell_whether_the_answer_is_JSON(
      String accept, String bodyType, boolean json) {
    byte[] body = Http.utf8(bodyType.equals(Http.JSON) ? "{}" : "prenom=");
    Reply reply =
        Objects.requireNonNullElse(accept, "").isEmpty()
            ? HTTP.send("POST", "/etudiants", body, "Content-Type", bodyType)
            : HTTP.send("POST", "/etudiants", body, "Content-Type", bodyType, "Accept", accept);

    assertEquals(422, reply.status());
    assertEquals(json ? "application/problem+json" : "text/html", reply.contentType());
  }

  @Test
  void problems_are_those_of_RFC_9457() {
    Reply reply = HTTP.postJson("/etudiants", "{}");

    Map<String, Object> problem = reply.json();
    assertEquals(422, problem.get("status"));
    assertTrue(problem.containsKey("title"), problem.keySet().toString());
    for (Map<String, Object> violation :
        Json.objects(problem.getOrDefault("violations", List.of()))) {
      assertEquals(Set.of("field", "message"), violation.keySet());
    }
  }

  @Test
  void a_page_that_does_not_exist_is_a_problem_for_programs() {
    Reply reply = HTTP.getJson("/rien-ici");

    assertEquals(404, reply.status());
    assertEquals("application/problem+json", reply.contentType());
    assertSafe(reply);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/confirmation/", "/inscription/", "/coaching/", "/binome/", "/avis/"})
  void every_wrong_link_gets_the_same_page(String page) {
    Reply reply = HTTP.get(page + WRONG_LINK);

    assertEquals(404, reply.status());
    assertEquals(
        HTTP.get("/rien-ici").page().select("main").html(), reply.page().select("main").html());
    assertEquals("no-store", reply.header("Cache-Control").orElse(""));
    assertTrue(reply.header("X-Robots-Tag").orElse("").contains("noindex"));
  }

  @Test
  void it_is_well() {
    assertEquals(200, HTTP.getJson("/sante").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ambassadeurs", "/rien-ici"})
  void pages_load_only_files_of_the_site_which_may_be_kept_long(String path) {
    Document page = HTTP.get(path).page();
    Set<String> files = new TreeSet<>();
    for (Element element : page.select("link[href], script[src], img[src]")) {
      files.add(element.hasAttr("href") ? element.absUrl("href") : element.absUrl("src"));
    }
    assertFalse(files.isEmpty());

    for (String file : files) {
      assertTrue(file.startsWith(STACK.siteUrl() + "/assets/"), file);
      assertKeptLong(file);
    }
    assertTrue(page.select("[style], script:not([src]), style, [onclick]").isEmpty(), "inline");
  }

  @Test
  void fonts_arrive_byte_for_byte() {
    String sheet = HTTP.get("/").page().select("link[rel=stylesheet]").getFirst().absUrl("href");
    Matcher font = Pattern.compile("url\\(\"?([^)\"]+\\.woff2)").matcher(HTTP.get(sheet).text());
    assertTrue(font.find());

    Reply reply = assertKeptLong(URI.create(sheet).resolve(font.group(1)).toString());

    assertEquals("font/woff2", reply.contentType());
    assertEquals(
        "wOF2", new String(reply.body(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
  }

  private static Reply assertKeptLong(String file) {
    Reply reply = HTTP.send("GET", file, NOTHING, "Accept", "*/*");
    assertEquals(200, reply.status(), file);
    String kept = reply.header("Cache-Control").orElse("");
    assertTrue(kept.contains("max-age=31536000") && kept.contains("immutable"), kept);
    assertSafe(reply);
    return reply;
  }

  static void assertSafe(Reply reply) {
    String policy = reply.header("Content-Security-Policy").orElse("");
    List<String> directives = Arrays.stream(policy.split(";", -1)).map(String::strip).toList();
    assertAll(
        () -> assertTrue(directives.contains("default-src 'none'"), policy),
        () -> assertTrue(directives.contains("frame-ancestors 'none'"), policy),
        () -> assertTrue(directives.contains("form-action 'self'"), policy),
        () -> assertFalse(policy.contains("unsafe"), policy),
        () -> assertFalse(policy.contains("http"), policy),
        () -> assertTrue(reply.header("Strict-Transport-Security").isPresent()),
        () -> assertEquals("nosniff", reply.header("X-Content-Type-Options").orElse("")),
        () -> assertEquals("no-referrer", reply.header("Referrer-Policy").orElse("")),
        () -> assertTrue(reply.header("Permissions-Policy").isPresent()),
        () -> assertEquals("same-origin", reply.header("Cross-Origin-Resource-Policy").orElse("")),
        () ->
            assertTrue(
                reply.headers().keySet().stream()
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).equals("set-cookie"))));
  }
}
