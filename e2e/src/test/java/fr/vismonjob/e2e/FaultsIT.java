package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.FaultyTables.Fault;
import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import fr.vismonjob.e2e.Workflows.Outcome;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The deployed functions lose DynamoDB in the middle of what they do. Asked again, or by the
 * workflow's own retries, all ends as if nothing had happened: nobody mailed twice, nobody
 * forgotten.
 */
class FaultsIT {
  private static final String TRANSACTION = "TransactWriteItems";
  private static final int UNTIL_MENDED = Integer.MAX_VALUE;

  /** More than the SDK tries by itself, so that the step fails and the workflow tries it again. */
  private static final int A_WHILE = 12;

  private static FaultyTables tables;
  private static DivertedFunctions functions;

  @BeforeAll
  static void functions_reach_their_tables_through_the_test() throws IOException {
    tables = new FaultyTables(STACK);
    functions =
        new DivertedFunctions(
            STACK,
            tables.address(),
            List.of(
                "SiteFunction",
                "PersonFunction",
                "MailEventFunction",
                "RecordPairsFunction",
                "SendMailsFunction"));
  }

  @AfterAll
  static void functions_reach_them_as_before() {
    functions.close();
    tables.close();
  }

  @AfterEach
  void all_is_well() {
    tables.mend();
  }

  /** Too many calls at once is soon over, before the SDK gives up; anything else lasts. */
  private static void breakFor(Fault fault, int calls) {
    tables.breakAt(TRANSACTION, fault, fault == Fault.THROTTLED ? 3 : calls);
  }

  /** The first time it fails, the second it works; if only too busy, the first time already. */
  private static void untilItWorks(Fault fault, String path, String form) {
    breakFor(fault, UNTIL_MENDED);
    int status = HTTP.postForm(path, form).status();
    assertTrue(tables.mend() > 0, "nothing went wrong");
    if (fault != Fault.THROTTLED) {
      assertTrue(status >= 500, "answered " + status);
      status = HTTP.postForm(path, form).status();
    }
    assertEquals(303, status);
  }

  private static void assertMailedOnce(Member member, String kind) {
    MAILBOX.await(member.address(), kind);
    assertEquals(1, TABLES.mailsOf(member.id(), kind).size());
    assertEquals(1, MAILBOX.all(member.address(), kind).size());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SILENT")
  void registering(Fault fault) {
    Sheet sheet = Sheet.student(EDITION.day());
    untilItWorks(fault, sheet.path(), sheet.form());
    List<Row> found =
        TABLES.registrations().stream()
            .filter(row -> row.text("courriel").equals(sheet.address()))
            .toList();
    assertEquals(1, found.size());
    assertEquals("A_CONFIRMER", found.getFirst().text("statut"));
    // Whoever was registered already gets the mail again, as by any second registration.
    int mails = fault == Fault.ANSWER_LOST ? 2 : 1;
    MAILBOX.awaitNth(sheet.address(), "confirmation", mails);
    assertEquals(mails, TABLES.mailsOf(found.getFirst().text("inscription")).size());
  }

  @ParameterizedTest
  @EnumSource
  void confirming(Fault fault) {
    Member member = VISITORS.register(Sheet.student(EDITION.day()));
    untilItWorks(fault, "/confirmation/" + member.link(), "");
    assertEquals("CONFIRMEE", TABLES.registration(member.id()).text("statut"));
    assertMailedOnce(member, "confirmee");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SILENT")
  void booking_a_coaching_seat(Fault fault) {
    Member member = VISITORS.join(Sheet.ambassador(EDITION.day()));
    String slot = Sheet.unique("panne");
    OffsetDateTime start = OffsetDateTime.now(ZoneOffset.UTC).plusDays(2);
    TABLES.put(
        "CoachingSlotsTable",
        Map.of(
            "seance", AttributeValue.fromS(slot),
            "edition", AttributeValue.fromS(EDITION.key()),
            "debut", AttributeValue.fromS(start.toString()),
            "fin", AttributeValue.fromS(start.plusHours(1).toString()),
            "places", AttributeValue.fromN("5"),
            "places_restantes", AttributeValue.fromN("5"),
            "inscrits", AttributeValue.fromL(List.of())));
    try {
      untilItWorks(fault, "/coaching/" + member.link(), Sheet.form("seance", slot));
      assertEquals(slot, TABLES.registration(member.id()).text("seance"));
      assertEquals(4, TABLES.slot(slot).number("places_restantes"));
      assertEquals(List.of(member.id()), TABLES.slot(slot).list("inscrits"));
      assertMailedOnce(member, "seance");
    } finally {
      TABLES.delete("CoachingSlotsTable", "seance", slot);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SILENT")
  void proposing_another_day(Fault fault) {
    Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
    Member guest = VISITORS.join(Sheet.student(EDITION.day()));
    String pair = MadePairs.of(host, guest, EDITION.day());
    String day = EDITION.workingDay(1).toString();
    untilItWorks(
        fault,
        "/binome/" + host.link(),
        Sheet.form("binome", pair, "action", "proposer", "dates", day));
    Row proposed = TABLES.find("PairsTable", "binome", pair).orElseThrow();
    assertEquals("DATE_PROPOSEE", proposed.text("statut"));
    assertEquals(List.of(day), proposed.list("dates_proposees"));
    assertMailedOnce(guest, "date-proposee");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SILENT")
  void recording_a_bounce(Fault fault) {
    Member member = VISITORS.join(Sheet.student(EDITION.day()));
    Row sent = awaitMail(member, "ENVOYE");
    SesReports reports = new SesReports(STACK);
    breakFor(fault, A_WHILE);
    reports.publish("rejection-permanent.json", sent);
    Waiting.until("the fault", () -> Optional.of(tables.failed()).filter(failed -> failed >= 3));
    // Lambda hands the report over again by itself, a minute later; SES may at any time.
    reports.publish("rejection-permanent.json", sent);
    assertEquals("DEFINITIF", awaitMail(member, "REJETE").text("rejet"));
    Waiting.until(
        "whom to call",
        () ->
            Optional.of(TABLES.registration(member.id())).filter(row -> row.has("mails_arretes")));
  }

  private static Row awaitMail(Member member, String status) {
    return TABLES.awaitMail(member.id(), "confirmee", status);
  }

  /** In Mata-Utu, where no other test's people are. */
  private static Sheet there(Sheet sheet) {
    return sheet.with("code_postal", "98600");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SILENT")
  void recording_the_pairs_of_a_matching_day(Fault fault) {
    Member host = VISITORS.join(there(Sheet.ambassador(EDITION.day())));
    Member guest = VISITORS.join(there(Sheet.student(EDITION.day())));
    breakFor(fault, A_WHILE);
    liveThroughTheFirstMatchingDay();
    assertPairedOnce(host, guest);
  }

  @Test
  void mailing_those_of_a_matching_day() {
    Member host = VISITORS.join(there(Sheet.ambassador(EDITION.day())));
    Member guest = VISITORS.join(there(Sheet.student(EDITION.day())));
    tables.breakAt("UpdateItem", Fault.UNREACHABLE, A_WHILE);
    liveThroughTheFirstMatchingDay();
    assertPairedOnce(host, guest);
  }

  private static void liveThroughTheFirstMatchingDay() {
    TABLES.forgetTheDaysDone(EDITION);
    Outcome day = new Workflows(STACK).run(EDITION.key(), EDITION.firstMatching());
    assertTrue(day.succeeded(), day.toString());
    assertTrue(tables.mend() > 0, "nothing went wrong");
  }

  private static void assertPairedOnce(Member host, Member guest) {
    List<Row> pairs =
        TABLES.pairs().stream()
            .filter(pair -> pair.text("ambassadeur_inscription").equals(host.id()))
            .toList();
    assertEquals(
        List.of(guest.id()), pairs.stream().map(p -> p.text("etudiant_inscription")).toList());
    for (Member member : List.of(host, guest)) {
      assertEquals("APPARIEE", TABLES.registration(member.id()).text("statut"));
      assertMailedOnce(member, "binome");
      assertEquals("ENVOYE", TABLES.mailsOf(member.id(), "binome").getFirst().text("statut"));
    }
  }
}
