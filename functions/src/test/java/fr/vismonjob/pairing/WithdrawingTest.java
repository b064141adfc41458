package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.SEAT;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.XAM;
import static fr.vismonjob.pairing.Life.YAN;
import static fr.vismonjob.pairing.Life.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.registration.Status;
import fr.vismonjob.registration.Welcome;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class WithdrawingTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private Life life;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
  }

  @Test
  void somebody_without_a_pair_withdraws_and_is_told() {
    assertTrue(life.withdraw(XAM));
    assertEquals(Status.RETIREE, life.person(XAM).status());
    assertEquals(List.of("retrait Xam"), life.mailsQueued());
    assertEquals(Map.of("numero", "1"), life.details("retrait/" + XAM + "/1"));
  }

  @Test
  void withdrawing_again_changes_nothing_and_sends_nothing() {
    life.withdraw(ADA);
    var before = life.everything();
    assertFalse(life.withdraw(ADA));
    assertEquals(before, life.everything());
  }

  @Test
  void a_student_s_withdrawal_takes_nothing_else_from_the_ambassador() {
    life.withdraw(ZOE);
    assertEquals(PairStatus.ANNULE, life.pair(WITH_ZOE).status());
    assertEquals(PairStatus.FORME, life.pair(WITH_YAN).status());
    assertEquals(List.of(WITH_YAN), life.person(ADA).pairs());
    assertEquals(List.of("Yan Martin"), life.person(ADA).state().partners());
    assertEquals(Status.APPARIEE, life.person(ADA).status());
    assertTrue(life.person(ADA).hasRoom());
    assertEquals(Optional.of(SEAT), life.person(ADA).seat());
    assertEquals(List.of("binome-annule Ada", "retrait Zoe"), life.mailsQueued());
  }

  @Test
  void an_ambassador_s_withdrawal_frees_every_student() {
    life.withdraw(ADA);
    for (String student : List.of(ZOE, YAN)) {
      assertEquals(Status.CONFIRMEE, life.person(student).status());
      assertEquals(List.of(), life.person(student).pairs());
      assertEquals(List.of(), life.person(student).state().partners());
      assertEquals(1, life.person(student).revision());
    }
    assertEquals(PairStatus.ANNULE, life.pair(WITH_ZOE).status());
    assertEquals(PairStatus.ANNULE, life.pair(WITH_YAN).status());
    assertEquals(List.of(), life.person(ADA).pairs());
    assertEquals(
        List.of("binome-annule Yan", "binome-annule Zoe", "retrait Ada"), life.mailsQueued());
    assertEquals(
        Map.of(
            "numero", "1", "binomes", WITH_ZOE + " " + WITH_YAN, "seance", SEAT, "sequence", "2"),
        life.details("retrait/" + ADA + "/1"));
  }

  @Test
  void the_partner_s_mail_cancels_the_calendar_entry() {
    life.withdraw(ADA);
    assertEquals(1, life.pair(WITH_ZOE).state().sequence());
    assertEquals(
        Map.of("numero", "5", "binome", WITH_ZOE, "par", "partenaire"),
        life.details("binome-annule/" + ZOE + "/" + WITH_ZOE + "-1"));
  }

  @Test
  void the_coaching_seat_is_given_back() {
    life.withdraw(ADA);
    var slot = TABLES.coachingSlots().find(SEAT).orElseThrow();
    assertEquals(9, slot.seatsLeft());
    assertFalse(slot.attendees().contains(ADA));
    assertEquals(Optional.empty(), life.person(ADA).seat());
    assertEquals(2, life.person(ADA).state().calendarSequence());
  }

  @Test
  void a_pair_whose_day_has_passed_stays_as_it_was() {
    life.on("2026-11-25").withdraw(ZOE);
    assertEquals(PairStatus.FORME, life.pair(WITH_ZOE).status());
    assertEquals(List.of(WITH_ZOE, WITH_YAN), life.person(ADA).pairs());
    assertEquals(List.of("retrait Zoe"), life.mailsQueued());
  }

  @Test
  void on_its_day_a_pair_is_still_called_off() {
    life.on("2026-11-24").withdraw(ZOE);
    assertEquals(PairStatus.ANNULE, life.pair(WITH_ZOE).status());
  }

  /** Otherwise nobody could say how it went, and nobody would get a certificate. */
  @Test
  void once_its_day_has_ended_a_pair_is_not_called_off() {
    life.at("2026-11-24T17:00").withdraw(ZOE);
    assertEquals(PairStatus.FORME, life.pair(WITH_ZOE).status());
    assertEquals(List.of("retrait Zoe"), life.mailsQueued());
  }

  @Test
  void the_day_ends_when_the_ambassador_says() {
    life.welcome(ADA, new Welcome("1 rue du Port", "", LocalTime.of(9, 0), LocalTime.of(18, 30)));
    life.at("2026-11-24T18:29").withdraw(ZOE);
    life.at("2026-11-24T18:30").withdraw(YAN);
    assertEquals(PairStatus.ANNULE, life.pair(WITH_ZOE).status());
    assertEquals(PairStatus.FORME, life.pair(WITH_YAN).status());
  }

  @Test
  void a_proposal_that_waited_for_an_answer_ends_with_the_pair() {
    life.propose(ZOE, WITH_ZOE, "2026-11-26");
    life.withdraw(ADA);
    Pair pair = life.pair(WITH_ZOE);
    assertEquals(PairStatus.ANNULE, pair.status());
    assertEquals(List.of(), pair.state().proposed());
    assertEquals(Optional.empty(), pair.state().proposedBy());
  }
}
