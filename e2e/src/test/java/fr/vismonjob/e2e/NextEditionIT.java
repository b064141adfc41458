package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import fr.vismonjob.e2e.Workflows.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Two editions in a row: what is told of the first, and who is told of the second. */
class NextEditionIT {
  private static final Workflows WORKFLOWS = new Workflows(STACK);
  private static final Functions FUNCTIONS = new Functions(STACK);
  private static final SesReports SES = new SesReports(STACK);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
  private final LocalDate opening = today.plusDays(300);

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static Member student() {
    return VISITORS.join(Sheet.student(EDITION.day()));
  }

  private static Member ambassador() {
    return VISITORS.join(Sheet.ambassador(EDITION.day()));
  }

  /** The person's registration once more, in that edition and without a pair. */
  private static String copy(Member member, String edition, int n) {
    int first = (Character.digit(member.id().charAt(0), 16) + n) % 16; // never the person's own
    String id = Integer.toHexString(first) + member.id().substring(1);
    TABLES.put(
        "RegistrationsTable",
        TABLES
            .registration(member.id())
            .without("binomes")
            .without("binome_avec")
            .with("inscription", text(id))
            .with("edition", text(edition))
            .with("statut", text("CONFIRMEE"))
            .attributes());
    return id;
  }

  private static Map<String, Object> figures(String edition) {
    return Json.objects(HTTP.getJson("/statistiques").json().getOrDefault("editions", List.of()))
        .stream()
        .filter(told -> edition.equals(told.get("edition")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_figures_of_an_edition_outlive_its_people() {
    Member host = ambassador();
    Member guest = student();
    try (PastEdition past = PastEdition.of("comptee", today.minusDays(10))) {
      past.pair(host, guest);
      for (int n = 1; n <= 4; n++) {
        copy(guest, past.key(), n);
      }
      FUNCTIONS.call("ReportFunction", Map.of("edition", past.key()));
      Map<String, Object> told = figures(past.key());
      assertEquals("5", String.valueOf(told.get("etudiants")));
      assertEquals("null", String.valueOf(told.get("ambassadeurs")), "there is one");
      assertEquals("null", String.valueOf(told.get("note")));
      assertTrue(HTTP.get("/statistiques").text().contains(past.key()));

      Outcome erased = WORKFLOWS.run(past.key(), past.day().plusDays(91));
      assertTrue(erased.succeeded(), erased.toString());
      assertTrue(TABLES.find("RegistrationsTable", "inscription", guest.id()).isEmpty());
      FUNCTIONS.call("ReportFunction", Map.of("edition", past.key()));
      assertEquals(told, figures(past.key()));
    }
  }

  private static void wants(Member member) {
    String form = Sheet.form("a_eu_lieu", "oui", "prevenir", "oui");
    assertEquals(303, HTTP.postForm("/avis/" + member.link(), form).status());
    assertEquals(1, wishes(member.address()).size());
  }

  private static List<Row> wishes(String address) {
    return TABLES.execute(
        "SELECT * FROM \"%s\" WHERE courriel = '%s'"
            .formatted(STACK.output("SubscriptionsTable"), address));
  }

  private static void awaitForgotten(String address) {
    Waiting.until(
        "forgetting", A_MINUTE, () -> Optional.of(address).filter(each -> wishes(each).isEmpty()));
  }

  /** An edition that has not begun, so that it is nobody's current one. */
  private String later() {
    String key = Sheet.unique("suivante");
    TABLES.put(
        "EditionsTable",
        EDITION
            .row()
            .without("traite_jusqu_au")
            .without("chiffres")
            .with("edition", text(key))
            .with("inscriptions_du", text(opening.toString()))
            .with("inscriptions_au", text(opening.plusDays(30).toString()))
            .with("premier_appariement", text(opening.plusDays(40).toString()))
            .with("dernier_appariement", text(opening.plusDays(50).toString()))
            .with("jour", text(opening.plusDays(60).toString()))
            .with("organisateurs", AttributeValue.fromL(List.of()))
            .attributes());
    return key;
  }

  @Test
  void who_wants_to_know_is_told_once_and_can_leave() {
    Member host = ambassador();
    Member guest = student();
    Member gone = student();
    String later = later();
    try (PastEdition past = PastEdition.of("finie", today.minusDays(10))) {
      past.pair(host, guest);
      past.pair(ambassador(), gone);
      List.of(host, guest, gone).forEach(NextEditionIT::wants);
      String registered = copy(host, later, 1);

      for (int day = 0; day < 2; day++) {
        Outcome run = WORKFLOWS.run(later, opening.plusDays(day));
        assertTrue(run.succeeded(), run.toString());
      }
      TABLES.delete("RegistrationsTable", "inscription", registered);

      assertEquals(List.of(), MAILBOX.all(host.address(), "nouvelle-edition"), "takes part");
      assertEquals(List.of(), wishes(host.address()));
      assertEquals(1, MAILBOX.all(guest.address(), "nouvelle-edition").size());
      Letter letter = MAILBOX.await(guest.address(), "nouvelle-edition");
      String page = "/prochaine/" + letter.link(STACK.siteUrl(), "prochaine");
      assertTrue(letter.header("List-Unsubscribe").orElse("").contains(page));
      assertEquals(200, HTTP.get(page).status());
      assertEquals(1, wishes(guest.address()).size(), "looking changes nothing");
      assertEquals(303, HTTP.postForm(page, "action=oublier").status());
      assertEquals(404, HTTP.get(page).status());
      assertEquals(List.of(), wishes(guest.address()));

      String wish = wishes(gone.address()).getFirst().text("abonnement");
      SES.publish(
          "rejection-permanent.json",
          TABLES.mailsOf(later, "nouvelle-edition").stream()
              .filter(mail -> mail.text("abonnement").equals(wish))
              .findFirst()
              .orElseThrow());
      awaitForgotten(gone.address());
    } finally {
      TABLES.delete("EditionsTable", "edition", later);
    }
  }

  @Test
  void a_wish_follows_a_corrected_address_and_goes_with_the_person() {
    Member guest = student();
    String address = Sheet.unique("juste") + "@etudiants.example";
    try (PastEdition past = PastEdition.of("corrigee", today.minusDays(10))) {
      past.pair(ambassador(), guest);
      wants(guest);
      mark(guest, "nouveau_courriel", address);
      Waiting.until("the move", A_MINUTE, () -> wishes(address).stream().findFirst());
      assertEquals(List.of(), wishes(guest.address()));
      mark(guest, "a_effacer", "oui");
      awaitForgotten(address);
    }
  }

  private static void mark(Member member, String mark, String value) {
    TABLES.set("RegistrationsTable", "inscription", member.id(), mark, text(value));
  }
}
