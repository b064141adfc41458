package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import fr.vismonjob.e2e.Workflows.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What organisers mark in a row is done within a minute, in whatever type they type it. */
class MarksIT {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final AttributeValue YES = text("oui");

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static void mark(Member member, String mark, AttributeValue value) {
    TABLES.set("RegistrationsTable", "inscription", member.id(), mark, value);
  }

  /** By a statement as the guide has it, which the table's stream has to bring as well. */
  private static void markPair(String pair) {
    TABLES.execute("UPDATE \"…Pairs…\" SET a_annuler = true WHERE binome = '%s'".formatted(pair));
  }

  private static Row pair(String pair) {
    return TABLES.find("PairsTable", "binome", pair).orElseThrow();
  }

  private static Optional<Row> row(Member member) {
    return TABLES.find("RegistrationsTable", "inscription", member.id());
  }

  private static void awaitRow(String what, Member member, Predicate<Row> as) {
    Waiting.until(what, A_MINUTE, () -> row(member).filter(as));
  }

  private static void awaitGone(Member member) {
    Waiting.until(
        "erasure", A_MINUTE, () -> Optional.of(member).filter(each -> row(each).isEmpty()));
  }

  private static void awaitPair(String what, String pair, Predicate<Row> as) {
    Waiting.until(what, A_MINUTE, () -> Optional.of(pair(pair)).filter(as));
  }

  @AfterAll
  static void no_slot_is_left() {
    TABLES.slots().stream()
        .filter(slot -> slot.text("edition").equals("marques"))
        .forEach(slot -> TABLES.delete("CoachingSlotsTable", "seance", slot.text("seance")));
  }

  @Test
  void a_link_is_sent_again_for_a_yes_in_any_type() {
    Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
    List<AttributeValue> typed =
        List.of(
            YES,
            AttributeValue.fromN("1"),
            AttributeValue.fromBool(true),
            AttributeValue.fromB(SdkBytes.fromUtf8String("oui")),
            AttributeValue.fromSs(List.of("oui")),
            AttributeValue.fromNs(List.of("1", "2")),
            AttributeValue.fromL(List.of(YES)),
            AttributeValue.fromL(List.of(AttributeValue.fromL(List.of(YES)))),
            AttributeValue.fromM(Map.of("fait", YES)));
    for (int n = 1; n <= typed.size(); n++) {
      mark(host, "a_renvoyer", typed.get(n - 1));
      awaitRow("the mark gone, typed " + typed.get(n - 1), host, row -> !row.has("a_renvoyer"));
      Letter letter = MAILBOX.awaitNth(host.address(), "lien", n);
      assertEquals(host.link(), letter.link(STACK.siteUrl(), "inscription"));
    }
    mark(host, "a_retirer", AttributeValue.fromBool(true));
    awaitRow("the withdrawal", host, row -> row.text("statut").equals("RETIREE"));
  }

  @Test
  void organisers_correct_call_off_withdraw_and_erase() {
    Member host =
        VISITORS.join(Sheet.ambassador(EDITION.day()).with("nom", Sheet.unique("Lenoir")));
    Member guest = VISITORS.join(Sheet.student(EDITION.day()));
    String first = MadePairs.of(host, guest, EDITION.day());

    String address = Sheet.unique("juste") + "@etudiants.example";
    mark(guest, "nouveau_courriel", text(" " + address.toUpperCase(java.util.Locale.ROOT)));
    awaitRow("the new address", guest, row -> row.text("courriel").equals(address));
    assertFalse(row(guest).orElseThrow().has("nouveau_courriel"));
    assertEquals(address, pair(first).text("etudiant_courriel"));
    String link = MAILBOX.await(address, "lien").link(STACK.siteUrl(), "inscription");
    assertEquals(200, HTTP.get("/inscription/" + link).status());
    assertEquals(404, HTTP.get("/inscription/" + guest.link()).status());
    assertTrue(MAILBOX.await(host.address(), "coordonnees").text().contains(address));

    markPair(first);
    awaitPair("the pair off", first, row -> row.text("statut").equals("ANNULE"));
    assertFalse(pair(first).has("a_annuler"));
    MAILBOX.await(address, "binome-annule");
    MAILBOX.await(host.address(), "binome-annule");

    mark(guest, "a_retirer", YES);
    awaitRow("the withdrawal", guest, row -> row.text("statut").equals("RETIREE"));
    MAILBOX.await(address, "retrait");
    mark(guest, "a_renvoyer", YES);
    awaitRow("the refusal", guest, row -> row.text("a_renvoyer_refus").contains("retirée"));

    sitting(host, LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(2));
    named(host);
    mark(host, "a_effacer", AttributeValue.fromN("1"));
    awaitGone(host);
    MAILBOX.await(host.address(), "efface");
    mark(guest, "a_effacer", YES);
    awaitGone(guest);
  }

  /** The host has a seat, which an erasure gives back. */
  private static void sitting(Member host, LocalDate day) {
    String slot = "marques-" + host.id();
    TABLES.put(
        "CoachingSlotsTable",
        Map.of(
            "seance", text(slot),
            "edition", text("marques"),
            "debut", text(day + "T10:00"),
            "fin", text(day + "T11:00"),
            "places", AttributeValue.fromN("5"),
            "places_restantes", AttributeValue.fromN("4"),
            "inscrits", AttributeValue.fromL(List.of(text(host.id())))));
    mark(host, "seance", text(slot));
  }

  /** A mail whose row names the host, which an erasure has to clean. */
  private static void named(Member host) {
    String mail = TABLES.mailsOf(host.id(), "coaching").getFirst().text("envoi");
    TABLES.set("MailsTable", "envoi", mail, "motif", text("550 " + host.address()));
  }

  /** What stood in the way goes by a change of another row, of which no stream tells. */
  @Test
  void the_morning_follows_what_stood_refused_until_its_reason_was_gone() {
    Member host =
        VISITORS.join(Sheet.ambassador(EDITION.day()).with("nom", Sheet.unique("Lenoir")));
    Member guest = VISITORS.join(Sheet.student(EDITION.day()));
    Member seated = VISITORS.join(Sheet.ambassador(EDITION.day()));
    Member other = VISITORS.join(Sheet.student(EDITION.day()));
    MAILBOX.await(host.address(), "coaching");
    try (PastEdition past = PastEdition.of("marques", today.minusDays(10))) {
      String pair = past.pair(host, guest);
      for (Member each : List.of(host, guest)) {
        String form = Sheet.form("a_eu_lieu", "oui", "prevenir", "oui");
        assertEquals(303, HTTP.postForm("/avis/" + each.link(), form).status());
      }
      TABLES.set("PairsTable", "binome", pair, "statut", text("FORME"));
      TABLES.set("PairsTable", "binome", pair, "date", text("24/11"));
      String another = past.pair(seated, other);
      TABLES.set("PairsTable", "binome", another, "date", text("24/11"));
      sitting(seated, today.plusDays(2));
      named(host);
      String address = Sheet.unique("juste") + "@etudiants.example";
      mark(host, "a_effacer", AttributeValue.fromM(Map.of("oui", YES)));
      mark(guest, "nouveau_courriel", text(address));
      mark(guest, "a_retirer", YES);
      mark(seated, "a_effacer", YES);
      awaitRefused(host, "a_effacer");
      awaitRefused(guest, "nouveau_courriel");
      awaitRefused(guest, "a_retirer");
      awaitRefused(seated, "a_effacer");
      letTheStreamBringItsOwnAnswers();
      LocalDate ahead = today.plusDays(1);
      TABLES.set("PairsTable", "binome", pair, "date", text(ahead.toString()));
      TABLES.set("PairsTable", "binome", another, "date", text(ahead.toString()));

      Outcome day = new Workflows(STACK).run(past.key(), today);

      assertTrue(day.succeeded(), day.toString());
      assertTrue(row(host).isEmpty());
      assertTrue(row(seated).isEmpty());
      assertEquals("RETIREE", row(guest).orElseThrow().text("statut"));
      assertEquals(address, row(guest).orElseThrow().text("courriel"));
      assertEquals("ANNULE", pair(pair).text("statut"));
      assertEquals(address, pair(pair).text("etudiant_courriel"));
    }
  }

  /** Each refusal is a change of a marked row as well, and nothing tells when it is handled. */
  private static void letTheStreamBringItsOwnAnswers() {
    Instant handled = Instant.now().plusSeconds(8);
    Waiting.until(
        "the stream",
        A_MINUTE,
        () -> Optional.of(handled).filter(moment -> Instant.now().isAfter(moment)));
  }

  private static void awaitRefused(Member member, String mark) {
    awaitRow(
        mark + " refused",
        member,
        row -> row.has(mark + "_refus") && row.text(mark + "_refus").contains("« date »"));
  }

  @Test
  void a_person_asks_by_the_old_address_and_takes_the_new_one_there() {
    Member guest = VISITORS.join(Sheet.student(EDITION.day()));
    String address = Sheet.unique("nouvelle") + "@etudiants.example";
    String page = "/inscription/" + guest.link();
    assertEquals(
        303,
        HTTP.postForm(page, Sheet.form("action", "changer-courriel", "courriel", address))
            .status());
    Letter letter = MAILBOX.await(address, "nouvelle-adresse");
    assertFalse(letter.text().contains(guest.name()), "nothing typed goes there");
    String link = letter.link(STACK.siteUrl(), "nouvelle-adresse");
    assertEquals(guest.address(), row(guest).orElseThrow().text("courriel"));
    assertEquals(200, HTTP.get("/nouvelle-adresse/" + link).status());
    assertEquals(guest.address(), row(guest).orElseThrow().text("courriel"));

    assertEquals(303, HTTP.postForm("/nouvelle-adresse/" + link, "").status());
    assertEquals(address, row(guest).orElseThrow().text("courriel"));
    String own = MAILBOX.await(address, "lien").link(STACK.siteUrl(), "inscription");
    assertEquals(200, HTTP.get("/inscription/" + own).status());
    assertEquals(404, HTTP.get(page).status());

    assertEquals(
        303, HTTP.postForm("/etudiants", guest.sheet().with("courriel", address).form()).status());
    MAILBOX.awaitNth(address, "lien", 2);
    assertEquals(303, HTTP.postForm("/etudiants", guest.sheet().form()).status());
    String anew =
        MAILBOX.awaitNth(guest.address(), "confirmation", 2).link(STACK.siteUrl(), "confirmation");
    assertFalse(anew.startsWith(guest.id()), "the old address may register anew");
    HTTP.postForm("/inscription/" + own, Sheet.form("action", "retirer"));
    HTTP.postForm("/inscription/" + anew, Sheet.form("action", "retirer"));
  }
}
