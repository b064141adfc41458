package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import fr.vismonjob.e2e.Workflows.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An edition whose organisers look at the pairs before anybody hears of them. */
class AgreementIT {
  private static final Workflows WORKFLOWS = new Workflows(STACK);
  private static final String KEY = Sheet.unique("sur-accord");
  private static final String ORGANISER = KEY + "@numerique.gouv.fr";
  private static final LocalDate FIRST = EDITION.firstMatching();

  private static void edition() {
    TABLES.put(
        "EditionsTable",
        EDITION
            .row()
            .without("traite_jusqu_au")
            .with("edition", text(KEY))
            // Another edition stays the current one.
            .with("inscriptions_du", text(FIRST.minusDays(90).toString()))
            .with("organisateurs", AttributeValue.fromL(List.of(text(ORGANISER))))
            .with("publication", text("Sur accord"))
            .attributes());
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static Member joined(Sheet sheet) {
    Member member = VISITORS.join(sheet);
    TABLES.set("RegistrationsTable", "inscription", member.id(), "edition", text(KEY));
    return member;
  }

  private static Outcome run(LocalDate today) {
    return WORKFLOWS.run(KEY, today);
  }

  private static void agree(String run) {
    TABLES.set("EditionsTable", "edition", KEY, "accord", text(" " + run + " "));
  }

  private static String proposed() {
    return TABLES.find("EditionsTable", "edition", KEY).orElseThrow().text("passage_propose");
  }

  private static List<Row> pairs(String status) {
    return TABLES.pairs().stream()
        .filter(row -> row.text("edition").equals(KEY) && row.text("statut").equals(status))
        .toList();
  }

  /** What the person got about having a partner, or none. */
  private static List<String> heard(Member member) {
    return MAILBOX.allTo(member.address()).stream()
        .map(Letter::kind)
        .filter(kind -> kind.contains("binome"))
        .sorted()
        .toList();
  }

  @AfterAll
  static void nothing_stays() {
    pairs("FORME").forEach(row -> TABLES.delete("PairsTable", "binome", row.text("binome")));
    pairs("ANNULE").forEach(row -> TABLES.delete("PairsTable", "binome", row.text("binome")));
    TABLES.registrations().stream()
        .filter(row -> row.text("edition").equals(KEY))
        .forEach(
            row -> TABLES.delete("RegistrationsTable", "inscription", row.text("inscription")));
    TABLES.delete("EditionsTable", "edition", KEY);
  }

  @Test
  void exactly_what_organisers_agree_to_is_published_and_nobody_hears_before() {
    edition();
    joined(Sheet.ambassador(EDITION.day()));
    joined(Sheet.ambassador(EDITION.day()));
    List<Member> students =
        List.of(
            joined(Sheet.student(EDITION.day())),
            joined(Sheet.student(EDITION.day())),
            joined(Sheet.student(EDITION.day())));

    assertTrue(run(FIRST).succeeded());
    List<Row> first = pairs("PROPOSE");
    assertEquals(2, first.size());
    String run = first.getFirst().text("passage");
    assertEquals(run, proposed());
    assertTrue(MAILBOX.await(ORGANISER, "proposition").text().contains(run));
    students.forEach(student -> assertEquals(List.of(), heard(student)));
    students.forEach(
        student -> assertEquals("CONFIRMEE", TABLES.registration(student.id()).text("statut")));

    agree("2026/2026-01-01");
    Outcome refused = run(FIRST);
    assertTrue(refused.failed(), refused.toString());
    assertTrue(
        refused.cause().contains("« 2026/2026-01-01 »") && refused.cause().contains(run),
        refused.cause());

    String off = first.getLast().text("binome");
    TABLES.set("PairsTable", "binome", off, "a_annuler", text("oui"));
    Waiting.until(
        "end of the proposal",
        Duration.ofMinutes(1),
        () -> pairs("ANNULE").isEmpty() ? Optional.empty() : Optional.of(off));
    agree(run);
    Outcome published = WORKFLOWS.match(KEY, FIRST);
    assertTrue(published.succeeded(), published.toString());
    assertEquals(
        List.of(first.getFirst().text("binome")),
        pairs("FORME").stream().map(row -> row.text("binome")).toList());
    Row edition = TABLES.find("EditionsTable", "edition", KEY).orElseThrow();
    assertFalse(edition.has("accord"));
    List<Row> anew = pairs("PROPOSE");
    assertEquals(1, anew.size());
    assertNotEquals(off, anew.getFirst().text("binome"));
    assertNotEquals(run, anew.getFirst().text("passage"));
    MAILBOX.awaitNth(ORGANISER, "proposition", 2);
    for (Member student : students) {
      assertEquals(expected(student, anew.getFirst()), heard(student));
    }

    assertTrue(run(FIRST).succeeded());
    assertEquals(2, MAILBOX.all(ORGANISER, "proposition").size());

    assertTrue(run(EDITION.lastMatching().plusDays(1)).succeeded());
    assertEquals(List.of(), pairs("PROPOSE"));
    for (Member student : students) {
      boolean paired = !TABLES.registration(student.id()).list("binomes").isEmpty();
      assertEquals(!paired, heard(student).contains("fin-sans-binome"));
      assertEquals(paired ? 1 : 0, MAILBOX.all(student.address(), "binome").size());
    }
  }

  /** The published hear of their partner, those who are proposed anew nothing, the others why. */
  private static List<String> expected(Member student, Row proposedAnew) {
    if (!TABLES.registration(student.id()).list("binomes").isEmpty()) {
      return List.of("binome");
    }
    return proposedAnew.text("etudiant_inscription").equals(student.id())
        ? List.of()
        : List.of("sans-binome");
  }
}
