package fr.vismonjob.registration;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RegistrationTest {
  private static RegistrationBuilder hosting(int capacity, int pairs, int handedOn) {
    RegistrationBuilder ada = ambassador("Ada").capacity(capacity).handedOn(handedOn);
    for (int i = 0; i < pairs; i++) {
      ada.pairedWith("p" + i, "Zoe Martin");
    }
    return ada;
  }

  /** Capacity, pairs and places handed on; what room is left, and who may still be hosted. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 1, true, true, false",
    "1, 1, 0, 0, false, false, false",
    "2, 1, 0, 1, true, true, false",
    "2, 1, 1, 0, false, true, false",
    "1, 0, 1, 0, false, true, true",
    "2, 0, 1, 1, true, true, false",
    "1, 2, 0, 0, false, false, false" // organisers have lowered the capacity
  })
  void a_place_is_free_unless_somebody_has_it_or_it_was_handed_on(
      int capacity,
      int pairs,
      int handedOn,
      int room,
      boolean hasRoom,
      boolean canTakeOver,
      boolean hasHandedOnAll) {
    Registration ada = hosting(capacity, pairs, handedOn).build();
    assertEquals(room, ada.room());
    assertEquals(hasRoom, ada.hasRoom());
    assertEquals(canTakeOver, ada.canTakeOver());
    assertEquals(hasHandedOnAll, ada.hasHandedOnAll());
  }

  @ParameterizedTest
  @EnumSource(names = {"A_CONFIRMER", "RETIREE"})
  void nobody_gets_a_partner_who_does_not_take_part(Status status) {
    Registration ada = hosting(1, 0, 0).status(status).build();
    assertFalse(ada.isActive());
    assertFalse(ada.hasRoom());
    assertFalse(ada.canTakeOver());
    assertFalse(hosting(1, 0, 1).status(status).build().hasHandedOnAll());
  }

  @Test
  void two_people_may_meet_unless_they_are_one_or_either_row_keeps_them_apart() {
    assertTrue(ambassador("Ada").build().mayMeet(student("Zoe").build()));
    assertFalse(ambassador("Ada").neverWith("Zoe").build().mayMeet(student("Zoe").build()));
    assertFalse(ambassador("Ada").build().mayMeet(student("Zoe").neverWith("Ada").build()));
    assertTrue(ambassador("Ada").neverWith("Yan").build().mayMeet(student("Zoe").build()));
    Person ada = ambassador("Ada").build().person();
    assertFalse(ambassador("Ada").build().mayMeet(student("Zoe").person(ada).build()));
  }

  @Test
  void the_next_link_is_numbered_by_the_time_and_never_as_one_before() {
    Instant now = Instant.ofEpochMilli(1_790_000_000_000L);
    assertEquals(now.toEpochMilli(), ambassador("Ada").number(1).build().nextLinkNumber(now));
    long ahead = now.toEpochMilli();
    assertEquals(ahead + 1, ambassador("Ada").number(ahead).build().nextLinkNumber(now));
  }

  @Test
  void other_answers_are_another_revision_with_all_places_and_no_old_reason() {
    Registration before = hosting(2, 1, 1).revision(4).unpaired("aucun métier en commun").build();
    Registration after = before.changed(before.answers(), Instant.parse("2026-11-01T08:00:00Z"));
    assertEquals(5, after.revision());
    assertEquals(0, after.state().handedOn());
    assertEquals(before.pairs(), after.pairs());
    assertEquals(Optional.empty(), after.unpairedBecause());
    assertEquals(before.number(), after.number());
    assertEquals(before.linkNumber(), after.linkNumber());
  }

  @Nested
  final class Its_state {
    private final RegistrationState alone = ambassador("Ada").build().state();
    private final RegistrationState paired = alone.paired("p", "Zoe Martin");
    private final RegistrationState twice = paired.paired("q", "Yan Martin");

    @Test
    void names_each_pair_and_its_partner_in_order() {
      assertEquals(Status.APPARIEE, paired.status());
      assertEquals(List.of("p", "q"), twice.pairs());
      assertEquals(List.of("Zoe Martin", "Yan Martin"), twice.partners());
    }

    @Test
    void loses_a_pair_with_its_partner_and_waits_again_only_after_the_last() {
      RegistrationState once = twice.withoutPair("p");
      assertEquals(Status.APPARIEE, once.status());
      assertEquals(List.of("q"), once.pairs());
      assertEquals(List.of("Yan Martin"), once.partners());
      assertEquals(Status.CONFIRMEE, once.withoutPair("q").status());
      assertEquals(alone, once.withoutPair("q"));
      assertEquals(once, once.withoutPair("p"), "it is not there");
    }

    @Test
    void loses_a_pair_whose_partner_organisers_have_taken_out_of_the_list() {
      RegistrationState edited =
          new RegistrationState(
              Status.APPARIEE,
              Optional.empty(),
              0,
              List.of("p", "q"),
              List.of("Zoe Martin"),
              Optional.empty(),
              0);
      assertEquals(List.of("Zoe Martin"), edited.withoutPair("q").partners());
      assertEquals(edited, edited.withPartner("q", "Yan Dubois"));
    }

    @Test
    void has_another_name_for_the_partner_of_that_pair_alone() {
      assertEquals(
          List.of("Zoe Martin", "Yan Dubois"), twice.withPartner("q", "Yan Dubois").partners());
      assertEquals(
          List.of("Zoé Dubois", "Yan Martin"), twice.withPartner("p", "Zoé Dubois").partners());
      assertEquals(twice, twice.withPartner("x", "Yan Dubois"));
    }

    @Test
    void counts_each_place_that_was_handed_on() {
      RegistrationState once = twice.handedOn("p");
      assertEquals(1, once.handedOn());
      assertEquals(List.of("q"), once.pairs());
      assertEquals(2, once.handedOn("q").handedOn());
      assertEquals(0, once.withAllPlaces().handedOn());
    }

    @Test
    void of_a_student_goes_on_with_the_next_pair_in_the_place_of_the_last() {
      RegistrationState next = paired.goingOn("p", "r", "Bob Martin");
      assertEquals(Status.APPARIEE, next.status());
      assertEquals(List.of("r"), next.pairs());
      assertEquals(List.of("Bob Martin"), next.partners());
    }

    @Test
    void tells_calendars_of_each_change_of_the_seat() {
      RegistrationState seated = alone.seated(Optional.of("s1"));
      assertEquals(1, seated.calendarSequence());
      assertEquals(Optional.of("s1"), seated.seat());
      assertEquals(2, seated.seated(Optional.empty()).calendarSequence());
    }

    @Test
    void after_withdrawing_has_no_seat_and_says_when() {
      Instant now = Instant.parse("2026-11-01T08:00:00Z");
      RegistrationState left = alone.seated(Optional.of("s1")).withdrawn(now);
      assertEquals(Status.RETIREE, left.status());
      assertEquals(Optional.empty(), left.seat());
      assertEquals(2, left.calendarSequence());
      assertEquals(Optional.of(now), left.withdrawnAt());
      assertEquals(0, alone.withdrawn(now).calendarSequence(), "no entry is to be taken out");
    }

    @Test
    void refuses_a_pair_to_somebody_who_does_not_take_part() {
      RegistrationState left = alone.withdrawn(Instant.EPOCH);
      assertThrows(IllegalStateException.class, () -> left.paired("p", "Zoe Martin"));
      assertThrows(IllegalStateException.class, left::confirmed);
    }
  }
}
