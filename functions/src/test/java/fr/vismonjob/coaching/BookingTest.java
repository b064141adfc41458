package fr.vismonjob.coaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.coaching.Booking.SeatOutcome;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class BookingTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private final Booking booking = booking(TABLES.client(), "2026-11-02T08:00:00Z");

  private static Booking booking(DynamoDbClient client, String now) {
    Tables tables = TABLES.tables(client, InstantSource.fixed(Instant.parse(now)));
    return new Booking(
        tables.registrations(),
        tables.slots(),
        tables.mails(),
        tables.transactions(),
        tables.clock());
  }

  private static void slot(String id, String start, int seats) {
    TABLES.put(
        "CoachingSlots",
        Item.empty()
            .put("seance", id)
            .put("edition", "2026")
            .put("debut", start + "T10:00+01:00")
            .put("fin", start + "T11:00+01:00")
            .put("places", seats)
            .put("places_restantes", seats)
            .put("lien", "https://visio.example/" + id)
            .put("inscrits", List.of())
            .attributes());
  }

  @Test
  void the_link_of_a_slot_is_an_address_with_its_scheme_or_nothing() {
    slot("s1", "2026-11-05", 10);
    TABLES.update("CoachingSlots", "s1").set("lien", " visio.gouv.fr/vmj ").apply();
    assertEquals("https://visio.gouv.fr/vmj", slot("s1").link());
    TABLES.update("CoachingSlots", "s1").set("lien", " ").apply();
    assertEquals("", slot("s1").link());
    TABLES.update("CoachingSlots", "s1").set("lien", "javascript:alert(1)").apply();
    UnreadableRow fault = assertThrows(UnreadableRow.class, () -> slot("s1"));
    assertEquals("lien", fault.attribute());
  }

  private static String ambassador(String name) {
    TABLES.put("Registrations", RegistrationBuilder.ambassador(name).item());
    return RegistrationBuilder.id(name);
  }

  private static CoachingSlot slot(String id) {
    return TABLES.coachingSlots().find(id).orElseThrow();
  }

  private static Registration registration(String id) {
    return TABLES.registrations().find(id).orElseThrow();
  }

  private static long mails(String kind) {
    return TABLES.items("Mails").stream()
        .filter(m -> Item.of(m).required("modele").equals(kind))
        .count();
  }

  @Test
  void a_seat_is_booked_noted_and_confirmed_by_mail() {
    slot("s1", "2026-11-05", 10);
    String who = ambassador("zoe");
    assertEquals(SeatOutcome.BOOKED, booking.book(who, "s1"));
    assertEquals(9, slot("s1").seatsLeft());
    assertEquals(List.of(who), slot("s1").attendees());
    assertEquals(Optional.of("s1"), registration(who).seat());
    assertEquals(1, mails("seance"));
    assertEquals(
        Map.of("numero", "1", "seance", "s1", "sequence", "1"),
        TABLES.mailDetails("seance/" + who + "/1-1"));
    assertEquals(1, registration(who).state().calendarSequence());
  }

  @Test
  void a_slot_has_from_none_to_ten_thousand_seats() {
    for (String seats : List.of("0", "10000")) {
      slot("s1", "2026-11-05", 10);
      TABLES.update("CoachingSlots", "s1").set("places", seats).apply();
      assertEquals(seats, Integer.toString(slot("s1").seats()));
    }
    for (String seats : List.of("-1", "10001")) {
      TABLES.update("CoachingSlots", "s1").set("places", seats).apply();
      assertEquals("places", assertThrows(UnreadableRow.class, () -> slot("s1")).attribute());
    }
  }

  @Test
  void a_slot_that_organisers_made_without_a_list_of_attendees_is_booked_and_left() {
    slot("s1", "2026-11-05", 10);
    TABLES.update("CoachingSlots", "s1").remove("inscrits").apply();
    String who = ambassador("zoe");
    assertEquals(SeatOutcome.BOOKED, booking.book(who, "s1"));
    assertEquals(List.of(who), slot("s1").attendees());
    assertEquals(SeatOutcome.CANCELLED, booking.cancel(who));
    assertEquals(List.of(), slot("s1").attendees());
    assertEquals(10, slot("s1").seatsLeft());
  }

  @Test
  void whoever_a_hand_has_listed_twice_has_one_seat() {
    slot("s1", "2026-11-05", 2);
    String who = ambassador("zoe");
    String lea = ambassador("lea");
    booking.book(who, "s1");
    TABLES
        .update("CoachingSlots", "s1")
        .set(Item.empty().put("inscrits", List.of(who, who)))
        .apply();
    assertEquals(1, slot("s1").seatsLeft());
    assertEquals(SeatOutcome.BOOKED, booking.book(lea, "s1"));
    assertEquals(List.of(who, lea), slot("s1").attendees());
    TABLES
        .update("CoachingSlots", "s1")
        .set(Item.empty().put("inscrits", List.of(who, lea, who)))
        .apply();
    assertEquals(SeatOutcome.CANCELLED, booking.cancel(who));
    assertEquals(List.of(lea), slot("s1").attendees());
    assertEquals(1, slot("s1").seatsLeft());
  }

  @Test
  void a_slot_whose_key_ends_with_a_blank_is_named_and_not_offered() {
    slot("s1\u00a0", "2026-11-10", 1);
    List<String> named = new ArrayList<>();
    assertEquals(
        List.of(), TABLES.coachingSlots().ofEdition("2026", row -> named.add(row.getMessage())));
    assertEquals(1, named.size());
    assertTrue(named.getFirst().startsWith("seance s1"), named.toString());
  }

  @Test
  void booking_the_same_seat_again_changes_nothing() {
    slot("s1", "2026-11-05", 10);
    String who = ambassador("zoe");
    booking.book(who, "s1");
    assertEquals(SeatOutcome.UNCHANGED, booking.book(who, "s1"));
    assertEquals(9, slot("s1").seatsLeft());
    assertEquals(1, mails("seance"));
  }

  @Test
  void moving_gives_the_old_seat_back_and_raises_the_sequence() {
    slot("s1", "2026-11-05", 10);
    slot("s2", "2026-11-06", 10);
    String who = ambassador("zoe");
    booking.book(who, "s1");
    assertEquals(SeatOutcome.BOOKED, booking.book(who, "s2"));
    assertEquals(10, slot("s1").seatsLeft());
    assertEquals(List.of(), slot("s1").attendees());
    assertEquals(9, slot("s2").seatsLeft());
    assertEquals(2, registration(who).state().calendarSequence());
    assertEquals(2, mails("seance"));
  }

  @Test
  void cancelling_gives_the_seat_back_once() {
    slot("s1", "2026-11-05", 10);
    String who = ambassador("zoe");
    booking.book(who, "s1");
    assertEquals(SeatOutcome.CANCELLED, booking.cancel(who));
    assertEquals(SeatOutcome.UNCHANGED, booking.cancel(who));
    assertEquals(10, slot("s1").seatsLeft());
    assertEquals(10, TABLES.row("CoachingSlots", "s1").requiredNumber("places_restantes"));
    assertEquals(Optional.empty(), registration(who).seat());
    assertEquals(1, mails("seance-annulee"));
  }

  /** Each sends a mail. */
  @Test
  void after_five_changes_of_a_day_the_sixth_waits_for_tomorrow() {
    slot("s1", "2026-11-05", 10);
    slot("s2", "2026-11-06", 10);
    String who = ambassador("zoe");
    booking.book(who, "s1");
    booking.book(who, "s2");
    booking.cancel(who);
    booking.book(who, "s1");
    booking.book(who, "s2");
    assertEquals(SeatOutcome.TOO_OFTEN, booking.book(who, "s1"));
    assertEquals(SeatOutcome.TOO_OFTEN, booking.cancel(who));
    assertEquals(Optional.of("s2"), registration(who).seat());
    assertEquals(5, mails("seance") + mails("seance-annulee"));

    TABLES.update("Registrations", who).set("seances_du_jour", "2026-11-01 : 5").apply();
    assertEquals(SeatOutcome.CANCELLED, booking.cancel(who));
  }

  @Test
  void what_cannot_be_booked_says_why() {
    slot("plein", "2026-11-05", 1);
    slot("passe", "2026-11-01", 10);
    booking.book(ambassador("zoe"), "plein");
    String who = ambassador("max");
    assertEquals(SeatOutcome.FULL, booking.book(who, "plein"));
    assertEquals(SeatOutcome.PAST, booking.book(who, "passe"));
    assertEquals(SeatOutcome.NO_SUCH_SLOT, booking.book(who, "ailleurs"));
    TABLES.put(
        "Registrations", RegistrationBuilder.ambassador("lea").status(Status.A_CONFIRMER).item());
    assertEquals(SeatOutcome.NOT_ACTIVE, booking.book(RegistrationBuilder.id("lea"), "plein"));
  }

  @Test
  void a_seat_can_be_booked_until_the_hour_begins_and_not_at_it() {
    slot("s1", "2026-11-05", 10);
    String who = ambassador("zoe");
    assertEquals(
        SeatOutcome.PAST, booking(TABLES.client(), "2026-11-05T09:00:00Z").book(who, "s1"));
    assertEquals(
        SeatOutcome.BOOKED, booking(TABLES.client(), "2026-11-05T08:59:59Z").book(who, "s1"));
  }

  @Test
  void a_seat_can_be_left_until_the_hour_begins_and_not_at_it() {
    slot("s1", "2026-11-05", 10);
    String who = ambassador("zoe");
    booking.book(who, "s1");
    assertEquals(SeatOutcome.BEGUN, booking(TABLES.client(), "2026-11-05T09:00:00Z").cancel(who));
    assertEquals(List.of(who), slot("s1").attendees());
    assertEquals(
        SeatOutcome.CANCELLED, booking(TABLES.client(), "2026-11-05T08:59:59Z").cancel(who));
    assertEquals(
        Map.of("numero", "1", "seance", "s1", "sequence", "2"),
        TABLES.mailDetails("seance-annulee/" + who + "/1-2"));
  }

  @Test
  void whoever_has_withdrawn_has_no_seat_to_cancel() {
    TABLES.put(
        "Registrations", RegistrationBuilder.ambassador("lea").status(Status.RETIREE).item());
    assertEquals(SeatOutcome.NOT_ACTIVE, booking.cancel(RegistrationBuilder.id("lea")));
  }

  /** An organiser has taken the person from the list, has spoilt it, or has deleted the slot. */
  @Test
  void a_seat_is_left_whatever_has_become_of_its_slot() {
    List<Runnable> byHand =
        List.of(
            () -> TABLES.update("CoachingSlots", "s1").set("inscrits", "somebody").apply(),
            () ->
                TABLES
                    .update("CoachingSlots", "s1")
                    .set(Item.empty().put("inscrits", true))
                    .apply(),
            () -> TABLES.write(TABLES.update("CoachingSlots", "s1").delete()));
    for (Runnable hand : byHand) {
      TABLES.empty();
      slot("s1", "2026-11-05", 10);
      String who = ambassador("zoe");
      booking.book(who, "s1");
      hand.run();
      var before = TABLES.items("CoachingSlots");
      assertEquals(SeatOutcome.CANCELLED, booking.cancel(who));
      assertEquals(Optional.empty(), registration(who).seat());
      assertEquals(before, TABLES.items("CoachingSlots"));
    }
  }

  @Test
  void somebody_leaves_a_slot_whose_number_of_seats_nobody_can_read() {
    slot("s1", "2026-11-05", 10);
    String who = ambassador("zoe");
    booking.book(who, "s1");
    TABLES.update("CoachingSlots", "s1").set("places", "beaucoup").apply();
    assertEquals(SeatOutcome.CANCELLED, booking.cancel(who));
    assertEquals(List.of(), TABLES.row("CoachingSlots", "s1").codes("inscrits"));
    assertEquals(9, TABLES.row("CoachingSlots", "s1").requiredNumber("places_restantes"));
    TABLES.update("CoachingSlots", "s1").set("places", "10").apply();
    assertEquals(List.of(), slot("s1").attendees());
    assertEquals(10, slot("s1").seatsLeft());
  }

  @Test
  void where_organisers_have_taken_seats_away_none_is_left_though_somebody_leaves() {
    slot("s1", "2026-11-05", 10);
    String who = ambassador("zoe");
    for (String name : List.of("lea", "max", "zoe")) {
      booking.book(ambassador(name), "s1");
    }
    TABLES.update("CoachingSlots", "s1").set("places", "1").apply();
    assertEquals(0, slot("s1").seatsLeft());
    assertEquals(SeatOutcome.FULL, booking.book(ambassador("ida"), "s1"));
    booking.cancel(who);
    assertEquals(0, TABLES.row("CoachingSlots", "s1").requiredNumber("places_restantes"));
  }

  @Test
  void the_hours_of_an_edition_are_in_their_order() {
    slot("b", "2026-11-06", 10);
    slot("a", "2026-11-06", 10);
    slot("c", "2026-11-05", 10);
    slot("d", "2026-11-04", 10);
    TABLES.update("CoachingSlots", "d").set("edition", "2025").apply();
    assertEquals(
        List.of("c", "a", "b"),
        TABLES.coachingSlots().ofEdition("2026", LocalTables.ALL_READABLE).stream()
            .map(CoachingSlot::id)
            .toList());
    assertEquals(LocalDate.parse("2026-11-05"), slot("c").day());
  }

  @Test
  void another_edition_s_hour_is_none_of_one_s_own() {
    slot("s1", "2026-11-05", 10);
    TABLES.update("CoachingSlots", "s1").set("edition", "2025").apply();
    assertEquals(SeatOutcome.NO_SUCH_SLOT, booking.book(ambassador("zoe"), "s1"));
  }

  /** The sequence begins anew with the registration, and a mail of the same key is not sent. */
  @Test
  void whoever_registers_again_gets_the_mail_of_a_seat_again() {
    slot("s1", "2026-11-05", 10);
    booking.book(ambassador("zoe"), "s1");
    TABLES.put("Registrations", RegistrationBuilder.ambassador("zoe").number(2).item());
    TABLES.update("CoachingSlots", "s1").set("inscrits", "").apply();
    assertEquals(SeatOutcome.BOOKED, booking.book(RegistrationBuilder.id("zoe"), "s1"));
    assertEquals(2, mails("seance"));
  }

  @Test
  void a_time_without_an_offset_is_that_of_Paris_and_an_hour_ends_after_it_begins() {
    slot("s1", "2026-11-05", 10);
    TABLES.update("CoachingSlots", "s1").set("debut", "2026-11-05T10:00").apply();
    assertEquals(Instant.parse("2026-11-05T09:00:00Z"), slot("s1").start().toInstant());
    TABLES.update("CoachingSlots", "s1").set("debut", "2026-11-05T08:30Z").apply();
    assertEquals(Instant.parse("2026-11-05T08:30:00Z"), slot("s1").start().toInstant());
    TABLES.update("CoachingSlots", "s1").set("fin", "2026-11-05T08:30Z").apply();
    assertEquals("fin", assertThrows(UnreadableRow.class, () -> slot("s1")).attribute());
  }

  /** Zoe has a seat, Lea none; something else happens just before each call of an act in turn. */
  private void meanwhile(Consumer<Booking> act, Runnable rival, Runnable check) {
    zoeHasASeatAndLeaNone();
    TappedClient counting = TappedClient.counting(TABLES.client());
    act.accept(booking(counting.client(), "2026-11-02T08:00:00Z"));
    for (int n = 1; n <= counting.calls(); n++) {
      TABLES.empty();
      zoeHasASeatAndLeaNone();
      TappedClient tapped = TappedClient.interrupted(TABLES.client(), n, rival);
      act.accept(booking(tapped.client(), "2026-11-02T08:00:00Z"));
      check.run();
    }
  }

  private void zoeHasASeatAndLeaNone() {
    slot("s1", "2026-11-05", 2);
    booking.book(ambassador("zoe"), "s1");
    ambassador("lea");
  }

  @Test
  void a_seat_that_organisers_take_away_this_moment_is_not_booked() {
    String lea = RegistrationBuilder.id("lea");
    meanwhile(
        act -> act.book(lea, "s1"),
        () -> TABLES.update("CoachingSlots", "s1").set("places", "1").apply(),
        () -> assertEquals(List.of(RegistrationBuilder.id("zoe")), slot("s1").attendees()));
  }

  @Test
  void a_seat_that_is_given_back_leaves_the_one_that_somebody_books_this_moment() {
    String lea = RegistrationBuilder.id("lea");
    meanwhile(
        act -> act.cancel(RegistrationBuilder.id("zoe")),
        () -> booking.book(lea, "s1"),
        () -> assertEquals(List.of(lea), slot("s1").attendees()));
  }

  @Test
  void twelve_at_once_never_overbook() throws Exception {
    slot("s1", "2026-11-05", 10);
    List<Callable<SeatOutcome>> bookings =
        IntStream.range(0, 12)
            .mapToObj(i -> ambassador("a" + i))
            .<Callable<SeatOutcome>>map(who -> () -> booking.book(who, "s1"))
            .toList();
    long booked = 0;
    try (var executor = Executors.newFixedThreadPool(12)) {
      for (var outcome : executor.invokeAll(bookings)) {
        booked += outcome.get() == SeatOutcome.BOOKED ? 1 : 0;
      }
    }
    assertEquals(10, booked);
    assertEquals(0, slot("s1").seatsLeft());
    assertEquals(10, slot("s1").attendees().size());
    assertEquals(10, mails("seance"));
  }
}
