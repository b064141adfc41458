package fr.vismonjob.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.pairing.Life;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FinalSlashTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ambassadeurs",
        "/etudiants",
        "/communes",
        "/accessibilite",
        "/donnees-personnelles",
        "/donnees-effacees",
        "/lien-renouvele",
        "/mentions-legales",
        "/statistiques",
        "/sante",
        "/.well-known/security.txt",
        "/assets/absent.js",
        "/rien-ici",
        "/confirmation/{link}",
        "/inscription/{link}",
        "/inscription/{link}/donnees",
        "/coaching/{link}",
        "/binome/{link}",
        "/avis/{link}",
        "/attestation/{link}",
        "/rapport/abc"
      })
  void a_path_with_a_final_slash_answers_as_the_one_without(String path) {
    Life life = Life.begun(TABLES);
    LocalSite web = LocalSite.on(TABLES, Life.TODAY);
    String address = path.replace("{link}", LocalSite.link(life.person(Life.ADA)));
    for (String method : new String[] {"GET", "HEAD", "POST", "PUT", "OPTIONS"}) {
      assertEquals(
          Visit.send(web, method, address, "text/html", "", ""),
          Visit.send(web, method, address + "/", "text/html", "", ""),
          method);
    }
  }

  @ParameterizedTest
  @CsvSource({"/ambassadeurs/, administration", "/etudiants/, etablissement"})
  void each_form_is_its_own_with_the_slash_as_well(String path, String field) {
    LocalSite web = LocalSite.on(TABLES, Life.TODAY);
    assertTrue(Visit.get(web, path).body().contains("name=\"" + field + "\""));
    Visit empty = Visit.post(web, path);
    assertEquals(422, empty.status());
    assertTrue(empty.body().contains("name=\"" + field + "\""));
  }

  @Test
  void what_follows_a_form_sent_with_the_slash_has_the_one_address() {
    LocalSite web = LocalSite.on(TABLES, Life.TODAY);
    Visit sent = RegisterResourceTest.send(web, "/etudiants/");
    assertEquals(303, sent.status());
    assertEquals("/Prod/etudiants?envoye=oui", sent.header("Location"));
  }
}
