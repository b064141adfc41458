package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings' service is down while the functions run. */
final class SettingsOutageTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private Instant now = Instant.parse("2026-11-10T06:00:00Z");
  private boolean isDown;

  private Settings read() {
    if (isDown) {
      throw new IllegalStateException("securite@exemple.gouv.fr");
    }
    return Settings.parse("PUBLISHER_SECURITY=securite@exemple.gouv.fr");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/mentions-legales",
        "/accessibilite",
        "/donnees-personnelles",
        "/.well-known/security.txt"
      })
  void compulsory_pages_stay_up(String path) {
    LocalSite.on(TABLES, LocalDate.of(2026, 11, 10));
    LocalSite site = LocalSite.publishedBy(this::read, TABLES, () -> now);
    assertEquals(200, status(site, path));
    isDown = true;
    now = now.plusSeconds(120);
    assertEquals(200, status(site, path));
  }

  private static int status(LocalSite site, String path) {
    Map<String, Object> answer =
        Json.readObject(site.call(path, Map.of("httpMethod", "GET", "headers", Map.of())));
    return Integer.parseInt(String.valueOf(answer.get("statusCode")));
  }

  @Test
  void the_log_names_the_setting_and_not_what_the_fault_says() {
    isDown = true;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      assertThrows(
          IllegalStateException.class, () -> LoggedReading.of("PAGE_SETTINGS", this::read));
    } finally {
      System.setOut(before);
    }
    Map<String, Object> line = Json.readObject(written.toByteArray());
    assertEquals("setting-unreadable", line.get("event"));
    assertEquals("PAGE_SETTINGS", line.get("setting"));
    assertTrue(
        String.valueOf(line.get("detail"))
            .startsWith("java.lang.IllegalStateException at fr.vismonjob"),
        written.toString(StandardCharsets.UTF_8));
  }
}
