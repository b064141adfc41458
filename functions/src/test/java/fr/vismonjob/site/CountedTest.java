package fr.vismonjob.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.registration.Registration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What visitors do is counted by role, and nothing of what they type gets into the count. */
final class CountedTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private LocalSite web;

  @BeforeEach
  void begin() {
    web = LocalSite.on(TABLES, LocalDate.of(2026, 10, 1));
  }

  private void register() {
    assertEquals(303, RegisterResourceTest.send(web, "/etudiants").status());
  }

  private String link() {
    String id = Item.of(TABLES.items("Registrations").getFirst()).required("inscription");
    Registration person = TABLES.registrations().find(id).orElseThrow();
    return LocalSite.link(person);
  }

  /** A line for both: the time that an answer takes must not tell who takes part. */
  @Test
  void a_registration_is_counted_once_though_a_second_one_writes_as_many_lines() {
    register();
    assertEquals(List.of("Registrations[ETUDIANT]=1"), web.counted());
    web = LocalSite.on(TABLES, LocalDate.of(2026, 10, 2));
    register();
    assertEquals(List.of("Registrations[ETUDIANT]=0"), web.counted());
  }

  @Test
  void a_confirmation_is_counted_once() {
    register();
    String page = "/confirmation/" + link();
    Visit.post(web, page);
    Visit.post(web, page);
    assertEquals(List.of("Registrations[ETUDIANT]=1", "Confirmations[ETUDIANT]=1"), web.counted());
  }

  @Test
  void looking_and_what_is_refused_count_for_nothing() {
    Visit.get(web, "/etudiants");
    Visit.post(web, "/etudiants", "prenom", "Zoé");
    RegisterResourceTest.send(web, "/etudiants", "etape", "recapitulatif");
    assertEquals(List.of(), web.counted());
  }
}
