package fr.vismonjob.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.page.Publisher;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SecurityContactTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static Answer securityContact(Map<String, String> settings) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-09-20T10:11:12.345Z"));
    return new PlainPages(
            new EditionTable(TABLES.client(), "Editions", clock),
            () -> {
              throw new AssertionError("no page is needed");
            },
            () -> Publisher.of(settings),
            clock)
        .securityContact()
        .get(
            new Request(
                "GET",
                "/.well-known/security.txt",
                Map.of(),
                Map.of(),
                Map.of(),
                new byte[0],
                "http://localhost/Prod",
                "test"));
  }

  @Test
  void names_the_contact_and_until_when_the_text_holds() {
    Answer.File file =
        assertInstanceOf(
            Answer.File.class,
            securityContact(Map.of("PUBLISHER_SECURITY", "securite@exemple.gouv.fr")));
    assertEquals(
        """
        Contact: mailto:securite@exemple.gouv.fr
        Expires: 2027-09-19T00:00:00Z
        Preferred-Languages: fr, en
        """,
        new String(file.content(), StandardCharsets.UTF_8));
    assertEquals("text/plain; charset=utf-8", file.headers().get("Content-Type"));
  }

  @Test
  void does_not_exist_while_the_deployment_names_nobody() {
    assertInstanceOf(Answer.NotFound.class, securityContact(Map.of()));
  }
}
