package fr.vismonjob.site;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.XAM;
import static fr.vismonjob.pairing.Life.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.pairing.Life;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RequestingAddress;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person changes address on their own page: asked for by the old one, taken by the new one. */
final class NewAddressResourceTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String NEW = "zoe.martin@example.fr";

  private Life life;
  private LocalSite web;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
    web = LocalSite.on(TABLES, Life.TODAY);
  }

  private String page(String who) {
    return "/inscription/" + LocalSite.link(life.person(who));
  }

  private Visit ask(String who, String address) {
    return Visit.post(web, page(who), "action", "changer-courriel", "courriel", address);
  }

  /** The page behind the link that the mail to the new address brings. */
  private String taking(String who, String address) {
    Registration person = life.person(who);
    return "/nouvelle-adresse/"
        + SecretLink.ofNewAddress(person.id(), person.number(), address, LocalSite.KEYED).text();
  }

  private String address(String who) {
    return life.person(who).person().address();
  }

  @Test
  void it_is_asked_for_here_and_taken_there_and_nothing_changes_before() {
    String old = page(ZOE);
    assertTrue(Visit.get(web, old).body().contains("?action=changer-courriel"), "it is offered");
    assertEquals(200, Visit.get(web, old + "?action=changer-courriel").status());

    Visit asked = ask(ZOE, " Zoe.Martin@example.fr ");
    assertEquals(303, asked.status());
    assertEquals("/Prod" + old + "?fait=adresse-demandee", asked.header("Location"));
    assertEquals(List.of("nouvelle-adresse Zoe"), life.mailsQueued());
    assertEquals("zoe@example.gouv.fr", address(ZOE));
    assertEquals(200, Visit.get(web, old).status(), "the link still works");

    String taking = taking(ZOE, NEW);
    SortedSet<String> before = life.everything();
    Visit shown = Visit.get(web, taking);
    assertEquals(200, shown.status());
    assertEquals("no-store", shown.header("Cache-Control"));
    assertTrue(shown.body().contains(NEW));
    assertFalse(shown.body().contains("Zoe") || shown.body().contains("Ada"), "nobody is named");
    assertEquals(before, life.everything());

    Visit taken = Visit.post(web, taking);
    assertEquals(303, taken.status());
    assertEquals("/Prod/lien-renouvele", taken.header("Location"));
    assertEquals(NEW, address(ZOE));
    assertEquals(NEW, life.pair(WITH_ZOE).student().address());
    assertEquals(
        List.of("coordonnees Ada", "lien Zoe", "nouvelle-adresse Zoe"), life.mailsQueued());
    assertEquals(404, Visit.get(web, old).status());
    assertEquals(200, Visit.get(web, page(ZOE)).status());
  }

  @Test
  void pressing_the_button_twice_answers_twice_and_tells_once() {
    ask(ZOE, NEW);
    String taking = taking(ZOE, NEW);
    Visit.post(web, taking);
    SortedSet<String> after = life.everything();
    assertEquals(303, Visit.post(web, taking).status());
    assertEquals(Map.of("statut", "APPARIEE"), Visit.postJson(web, taking, Map.of()).json());
    assertEquals(after, life.everything());
    assertTrue(Visit.get(web, taking).body().contains("est maintenant"));
    LocalSite later = LocalSite.again(TABLES, Life.TODAY.plusDays(2));
    assertEquals(404, Visit.get(later, taking).status(), "as if it had not been taken");
    Visit.post(web, page(ZOE), "action", "retirer");
    assertEquals(404, Visit.get(web, taking).status());
  }

  @Test
  void a_program_learns_the_status() {
    Visit visit =
        Visit.postJson(
            web, page(ADA), Map.of("action", "changer-courriel", "courriel", "a@b.gouv.fr"));
    assertEquals(200, visit.status());
    assertEquals(Map.of("statut", "APPARIEE"), visit.json());
  }

  @Test
  void the_answer_is_the_same_for_an_address_that_others_have_until_its_holder_presses() {
    Visit known = ask(ZOE, "xam@example.gouv.fr");
    assertEquals(303, known.status());
    assertEquals(List.of("nouvelle-adresse Zoe"), life.mailsQueued());
    // Xam's id is not made of the address here; so somebody registers with it.
    TABLES.empty();
    begin();
    Visit.postJson(web, "/etudiants", registering("taken@example.org"));
    ask(ZOE, "taken@example.org");
    Visit refused = Visit.post(web, taking(ZOE, "taken@example.org"));
    assertEquals(409, refused.status());
    assertTrue(refused.body().contains("a déjà cette adresse"), refused.body());
    assertEquals("zoe@example.gouv.fr", address(ZOE));
  }

  private static Map<String, Object> registering(String address) {
    return Map.of(
        "prenom", "Lou",
        "nom", "Petit",
        "courriel", address,
        "code_postal", "35000",
        "dates", List.of("2026-11-24"),
        "consentement", true,
        "etablissement", "INSA",
        "niveau", "bac+5",
        "metiers", List.of("donnees"));
  }

  @ParameterizedTest
  @CsvSource({
    "Zoe, zoe",
    "Zoe, ''",
    "Zoe, zoe@example.gouv.fr",
    "Ada, ada@example.org",
  })
  void what_the_form_would_refuse_is_shown_again_with_the_reason(String name, String typed) {
    String who = name.equals("Ada") ? ADA : ZOE;
    SortedSet<String> before = life.everything();
    Visit visit = ask(who, typed);
    assertEquals(422, visit.status());
    assertTrue(visit.body().contains("courriel-erreur"), visit.body());
    assertEquals(before, life.everything());
    assertEquals(
        422,
        Visit.postJson(
                web,
                page(who),
                Map.of("action", "changer-courriel", "courriel", "a@b.gouv.fr", "nom", "x"))
            .status());
  }

  @Test
  void at_most_three_mails_an_hour_go_to_one_address_and_the_answer_does_not_tell() {
    Iterator<Instant> later =
        Stream.iterate(Instant.parse("2026-11-12T11:00:00Z"), now -> now.plusSeconds(1)).iterator();
    RequestingAddress requesting =
        new RequestingAddress(
            TABLES.registrations(),
            TABLES.mails(),
            new AllowanceTable(TABLES.client(), "MailAllowances"),
            TABLES.transactions(),
            LocalSite.KEYED,
            later::next);
    for (String who : List.of(ZOE, XAM, ZOE, XAM, ADA)) {
      assertTrue(requesting.request(who, NEW));
    }
    assertEquals(
        List.of("nouvelle-adresse Xam", "nouvelle-adresse Zoe", "nouvelle-adresse Zoe"),
        life.mailsQueued());
  }

  @Test
  void another_request_a_new_link_or_a_withdrawal_ends_the_first() {
    ask(ZOE, NEW);
    web = LocalSite.again(TABLES, Life.TODAY.plusDays(1));
    ask(ZOE, "other@example.org");
    assertEquals(404, Visit.get(web, taking(ZOE, NEW)).status());
    assertEquals(200, Visit.get(web, taking(ZOE, "other@example.org")).status());
    Visit.post(web, page(ZOE), "action", "nouveau-lien");
    assertEquals(404, Visit.post(web, taking(ZOE, "other@example.org")).status());

    ask(XAM, NEW);
    Visit.post(web, page(XAM), "action", "retirer");
    assertEquals(404, Visit.get(web, taking(XAM, NEW)).status());
    assertEquals(409, ask(XAM, NEW).status());
  }

  @Test
  void two_days_later_it_is_too_late() {
    ask(ZOE, NEW);
    web = LocalSite.again(TABLES, Life.TODAY.plusDays(1));
    assertEquals(200, Visit.get(web, taking(ZOE, NEW)).status());
    web = LocalSite.again(TABLES, Life.TODAY.plusDays(2));
    assertEquals(404, Visit.get(web, taking(ZOE, NEW)).status());
    assertEquals(404, Visit.post(web, taking(ZOE, NEW)).status());
    assertEquals("zoe@example.gouv.fr", address(ZOE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"personal", "forged"})
  void no_other_link_opens_it_and_it_opens_nothing_else(String kind) {
    ask(ZOE, NEW);
    String taking = taking(ZOE, NEW);
    String other =
        kind.equals("personal")
            ? page(ZOE).replace("/inscription/", "/nouvelle-adresse/")
            : taking.substring(0, taking.length() - 1) + (taking.endsWith("A") ? "B" : "A");
    assertEquals(404, Visit.get(web, other).status());
    assertEquals(404, Visit.post(web, other).status());
    assertEquals(
        404, Visit.get(web, taking.replace("/nouvelle-adresse/", "/inscription/")).status());
  }

  @Test
  void whom_no_mail_reaches_any_more_may_have_another_address() {
    TABLES.update("Registrations", ZOE).set("mails_arretes", "l’adresse n’existe pas").apply();
    assertEquals(303, ask(ZOE, NEW).status());
    Visit.post(web, taking(ZOE, NEW));
    assertTrue(life.person(ZOE).reachability().stopped().isEmpty());
  }
}
