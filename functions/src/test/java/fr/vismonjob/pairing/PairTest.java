package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PairTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");

  private static PairBuilder pair() {
    return PairBuilder.pair("p", ambassador("Ada").build(), student("Zoe").build());
  }

  @Test
  void each_side_is_the_person_of_that_role() {
    assertEquals("Ada Martin", pair().build().side(Role.AMBASSADEUR).fullName());
    assertEquals("Zoe Martin", pair().build().side(Role.ETUDIANT).fullName());
  }

  @ParameterizedTest
  @EnumSource
  void only_one_that_is_formed_is_on_and_its_own_day_is_still_ahead(PairStatus status) {
    boolean on = Set.of(PairStatus.FORME, PairStatus.DATE_PROPOSEE).contains(status);
    Pair pair = pair().status(status).build();
    assertEquals(on, pair.isOn());
    assertEquals(on, pair.isAhead(DAY.minusDays(1)));
    assertEquals(on, pair.isAhead(DAY));
    assertFalse(pair.isAhead(DAY.plusDays(1)));
    assertEquals(status == PairStatus.REALISE, pair.tookPlace());
  }

  /** What each has said, {@code -} for nothing, and whether it is certain before and after. */
  @ParameterizedTest
  @CsvSource({
    "oui, oui, true, true",
    "oui, -, false, true",
    "-, oui, false, true",
    "-, -, true, true", // organisers have noted it by hand
    "oui, non, false, false",
    "non, oui, false, false",
    "non, non, false, false",
    "non, -, false, false",
    "-, non, false, false"
  })
  void a_day_is_certain_at_once_by_the_word_of_both_and_after_a_week_by_that_of_one(
      String ambassador, String student, boolean before, boolean after) {
    Pair pair = said(said(pair(), Role.AMBASSADEUR, ambassador), Role.ETUDIANT, student).build();
    boolean isSilent = (ambassador + student).equals("--");
    pair =
        pair.at(
            new PairState(
                isSilent ? PairStatus.REALISE : pair.outcome(), DAY, 0, CalendarIdentity.own()));
    assertEquals(LocalDate.parse("2026-12-01"), pair.certifiedFrom());
    assertEquals(before, pair.isCertified(LocalDate.parse("2026-11-30")));
    assertEquals(after, pair.isCertified(LocalDate.parse("2026-12-01")));
  }

  private static PairBuilder said(PairBuilder pair, Role who, String tookPlace) {
    return tookPlace.equals("-") ? pair : pair.answered(who, tookPlace.equals("oui"));
  }

  @Test
  void the_two_of_a_mere_proposal_have_never_learnt_of_each_other() {
    assertFalse(pair().proposed().build().wasFormed());
    assertTrue(pair().build().wasFormed());
  }

  /** Whatever a run is called: it may be a relay's. */
  @ParameterizedTest
  @CsvSource({
    "2026/2026-11-10, 2026-11-10T06:00:10Z, 2026-11-10",
    "2026/2026-11-10, 2026-11-12T09:00:00Z, 2026-11-12", // agreed to two days later
    "2026/2026-11-12, 2026-11-10T06:00:10Z, 2026-11-12", // a run made for another day
    "relais/0f1c, 2026-11-09T23:30:00Z, 2026-11-10", // in Paris
    "2026/2026-11-31, 2026-11-10T06:00:10Z, 2026-11-10",
    "2026/2026-11-10, , 2026-11-10",
    "relais/0f1c, , "
  })
  void a_pair_was_made_on_the_run_s_day_or_later_when_it_was_agreed_to(
      String run, @Nullable Instant formedAt, @Nullable LocalDate day) {
    assertEquals(
        Optional.ofNullable(day),
        new PairOrigin(run, Optional.ofNullable(formedAt), 100, List.of()).formedOn());
  }

  @Test
  void a_calendar_knows_the_entry_by_its_own_uid_or_that_of_the_pair_before() {
    assertEquals("binome-p", pair().build().calendarUid());
    assertEquals("binome-x", pair().calendar("binome-x", 4).build().calendarUid());
    assertEquals(7, pair().sequence(3).calendar("", 4).build().calendarSequence());
  }
}
