package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Visitors.Member;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The list of pairs with names beside the newest report, until somebody in it is erased. */
class PairListIT {
  private static final ReportBucket BUCKET = new ReportBucket(STACK);

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
  private final Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
  private final Member guest = VISITORS.join(Sheet.student(EDITION.day()));
  private PastEdition past;
  private String pair;
  private String report;

  @BeforeEach
  void a_pair_has_its_report() {
    past = PastEdition.of("liste", today.minusDays(10));
    pair = past.pair(host, guest);
    report =
        String.valueOf(
            new Functions(STACK)
                .call("ReportFunction", Map.of("edition", past.key()))
                .get("rapport"));
  }

  @AfterEach
  void the_edition_goes() {
    past.close();
  }

  private Optional<String> list() {
    return BUCKET.find(report.replace("rapport.html", "binomes.csv"));
  }

  private void markToErase() {
    TABLES.set(
        "RegistrationsTable", "inscription", guest.id(), "a_effacer", AttributeValue.fromS("oui"));
  }

  private void setDate(String date) {
    TABLES.set("PairsTable", "binome", pair, "date", AttributeValue.fromS(date));
  }

  @Test
  void it_names_the_two_and_the_page_does_not() {
    String list = list().orElseThrow();
    String page = BUCKET.read(report);
    for (Member member : new Member[] {host, guest}) {
      assertTrue(list.contains(member.name()) && list.contains(member.address()), list);
      assertFalse(page.contains(member.address()), member.address());
    }
    assertFalse(page.contains("binomes.csv"));
  }

  @Test
  void who_erases_themself_is_in_no_list_any_more() {
    assertEquals(
        303,
        HTTP.postForm("/inscription/" + guest.link(), Sheet.form("action", "supprimer")).status());
    assertEquals(Optional.empty(), list());
  }

  @Test
  void whom_organisers_erase_is_in_no_list_any_more() {
    markToErase();
    Waiting.until(
        "the list is gone",
        Duration.ofMinutes(1),
        () -> list().isPresent() ? Optional.empty() : Optional.of(true));
  }

  @Test
  void nor_is_whom_they_erase_by_a_mark_that_had_to_wait_for_the_morning() {
    setDate("24/11");
    markToErase();
    Waiting.until(
        "the refusal",
        Duration.ofMinutes(1),
        () ->
            TABLES
                .find("RegistrationsTable", "inscription", guest.id())
                .filter(row -> row.has("a_effacer_refus")));
    setDate(today.minusDays(10).toString());
    assertTrue(list().orElseThrow().contains(guest.address()));
    Workflows.Outcome day = new Workflows(STACK).run(past.key(), today);
    assertTrue(day.succeeded(), day.toString());
    assertFalse(list().filter(csv -> csv.contains(guest.address())).isPresent());
  }
}
