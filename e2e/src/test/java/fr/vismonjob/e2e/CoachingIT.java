package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.component.VEvent;
import biweekly.property.Method;
import fr.vismonjob.e2e.Visitors.Member;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** On slots of its own, which an organiser makes in the console. */
class CoachingIT {
  private static final String FIRST = Sheet.unique("essai-a");
  private static final String SECOND = Sheet.unique("essai-b");
  private static final String ONE_SEAT = Sheet.unique("essai-c");
  private static final String PAST = Sheet.unique("essai-d");

  private static ZonedDateTime inTwoDays() {
    return ZonedDateTime.now(ZoneId.of("Europe/Paris")).plusDays(2).truncatedTo(ChronoUnit.DAYS);
  }

  @BeforeAll
  static void makes_slots() {
    ZonedDateTime start = inTwoDays();
    put(FIRST, start, 20);
    put(SECOND, start.plusDays(1), 20);
    put(ONE_SEAT, start.plusDays(2), 1);
    put(PAST, start.minusDays(4), 20);
  }

  @AfterAll
  static void removes_them() {
    Stream.of(FIRST, SECOND, ONE_SEAT, PAST)
        .forEach(slot -> TABLES.delete("CoachingSlotsTable", "seance", slot));
  }

  private static void put(String slot, ZonedDateTime start, int seats) {
    TABLES.put(
        "CoachingSlotsTable",
        Map.of(
            "seance", AttributeValue.fromS(slot),
            "edition", AttributeValue.fromS(EDITION.key()),
            "debut", AttributeValue.fromS(start.toOffsetDateTime().toString()),
            "fin", AttributeValue.fromS(start.plusHours(1).toOffsetDateTime().toString()),
            "places", AttributeValue.fromN(Integer.toString(seats)),
            "places_restantes", AttributeValue.fromN(Integer.toString(seats)),
            "lien", AttributeValue.fromS("https://visio.vismonjob.example/" + slot),
            "inscrits", AttributeValue.fromL(List.of())));
  }

  private static Reply book(Member member, String slot) {
    return HTTP.postForm("/coaching/" + member.link(), Sheet.form("seance", slot));
  }

  @Test
  void the_page_offers_the_slots_to_come() {
    Member member = VISITORS.join(Sheet.ambassador(EDITION.day()));

    Document page = HTTP.get("/coaching/" + member.link()).page();

    List<String> offered = page.select("button[name=seance]").eachAttr("value");
    assertTrue(offered.containsAll(List.of(FIRST, SECOND)), offered.toString());
    assertFalse(offered.contains(PAST));
  }

  @Test
  void booking_moving_and_cancelling_are_mailed_as_one_calendar_entry() {
    Member member = VISITORS.join(Sheet.ambassador(EDITION.day()));

    assertEquals(303, book(member, FIRST).status());
    assertEquals(FIRST, TABLES.registration(member.id()).text("seance"));
    assertTrue(TABLES.slot(FIRST).list("inscrits").contains(member.id()));
    VEvent booked = event(MAILBOX.await(member.address(), "seance"), Method.request(), member);
    assertEquals(startOf(FIRST), booked.getDateStart().getValue().toInstant());

    assertEquals(303, book(member, FIRST).status(), "the same again works");
    assertEquals(1, TABLES.mailsOf(member.id(), "seance").size());

    assertEquals(303, book(member, SECOND).status());
    assertFalse(TABLES.slot(FIRST).list("inscrits").contains(member.id()));
    assertSeatsAddUp(FIRST);
    assertSeatsAddUp(SECOND);
    Letter moved = MAILBOX.awaitNth(member.address(), "seance", 2);
    VEvent after = event(moved, Method.request(), member);
    assertEquals(startOf(SECOND), after.getDateStart().getValue().toInstant());

    Reply cancelled = HTTP.postForm("/coaching/" + member.link(), Sheet.form("action", "annuler"));
    assertEquals(303, cancelled.status());
    assertFalse(TABLES.registration(member.id()).has("seance"));
    assertFalse(TABLES.slot(SECOND).list("inscrits").contains(member.id()));
    VEvent off = event(MAILBOX.await(member.address(), "seance-annulee"), Method.cancel(), member);

    assertAll(
        () -> assertEquals(booked.getUid().getValue(), after.getUid().getValue()),
        () -> assertEquals(booked.getUid().getValue(), off.getUid().getValue()),
        () -> assertTrue(sequence(booked) < sequence(after)),
        () -> assertTrue(sequence(after) < sequence(off)));
  }

  @Test
  void a_program_books_and_cancels() {
    Member member = VISITORS.join(Sheet.ambassador(EDITION.day()));
    String path = "/coaching/" + member.link();

    Reply booked = HTTP.postJson(path, Json.write(Map.of("seance", FIRST)));
    assertEquals(200, booked.status());
    assertEquals("CONFIRMEE", booked.json().get("statut"));
    assertEquals(200, HTTP.postJson(path, Json.write(Map.of("action", "annuler"))).status());
    assertEquals(200, HTTP.postJson(path, Json.write(Map.of("action", "annuler"))).status());

    assertFalse(TABLES.registration(member.id()).has("seance"));
    assertEquals(1, TABLES.mailsOf(member.id(), "seance-annulee").size());
  }

  @Test
  void what_cannot_be_booked_is_refused_with_the_reason() {
    Member member = VISITORS.join(Sheet.ambassador(EDITION.day()));
    Member unconfirmed = VISITORS.register(Sheet.ambassador(EDITION.day()));
    String path = "/coaching/" + member.link();

    assertEquals(409, book(member, PAST).status());
    assertEquals(422, HTTP.postForm(path, "").status());
    assertTrue(List.of(409, 422).contains(book(member, "absente").status()));
    assertEquals(409, book(unconfirmed, FIRST).status());
    assertEquals(0, TABLES.mailsOf(member.id(), "seance").size());
  }

  @Test
  void the_last_seat_goes_to_one_of_twelve_who_ask_at_once() {
    List<Sheet> sheets =
        IntStream.range(0, 12).mapToObj(i -> Sheet.ambassador(EDITION.day())).toList();
    List<Member> members = VISITORS.joinAll(sheets);

    List<Reply> replies = Visitors.atOnce(12, members, member -> book(member, ONE_SEAT));

    List<Integer> statuses = new ArrayList<>(replies.stream().map(Reply::status).sorted().toList());
    List<Integer> expected = new ArrayList<>(Collections.nCopies(11, 409));
    expected.addFirst(303);
    assertEquals(expected, statuses);
    assertEquals(0, TABLES.slot(ONE_SEAT).number("places_restantes"));
    String winner = TABLES.slot(ONE_SEAT).list("inscrits").getFirst();
    for (Member member : members) {
      assertEquals(member.id().equals(winner), TABLES.registration(member.id()).has("seance"));
    }
    Member late = members.stream().filter(m -> !m.id().equals(winner)).findFirst().orElseThrow();
    Document page = HTTP.get("/coaching/" + late.link()).page();
    assertFalse(page.select("button[name=seance]").eachAttr("value").contains(ONE_SEAT));
  }

  private static void assertSeatsAddUp(String slot) {
    Tables.Row row = TABLES.slot(slot);
    assertEquals(
        row.number("places"), row.number("places_restantes") + row.list("inscrits").size());
  }

  private static VEvent event(Letter letter, Method method, Member member) {
    var calendar = letter.calendar().orElseThrow();
    assertEquals(method.getValue(), calendar.getMethod().getValue());
    VEvent event = calendar.getEvents().getFirst();
    assertEquals(
        EDITION.row().text("expediteur"), event.getOrganizer().getEmail(), "the organizer");
    assertEquals(
        List.of(member.address()), event.getAttendees().stream().map(a -> a.getEmail()).toList());
    return event;
  }

  private static int sequence(VEvent event) {
    return event.getSequence().getValue();
  }

  private static Instant startOf(String slot) {
    return OffsetDateTime.parse(TABLES.slot(slot).text("debut")).toInstant();
  }
}
