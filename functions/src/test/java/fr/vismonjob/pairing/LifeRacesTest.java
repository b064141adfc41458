package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.YAN;
import static fr.vismonjob.pairing.Life.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.registration.Status;
import fr.vismonjob.registration.Welcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two at once: the second acts just before each of the first one's calls in turn. */
final class LifeRacesTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final Races RACES = new Races(TABLES);

  @Test
  void two_acceptances_at_once_end_in_one_day_known_to_both() {
    RACES.race(
        life -> life.propose(ZOE, WITH_ZOE, "2026-11-26", "2026-11-27"),
        life -> life.accept(ADA, WITH_ZOE, "2026-11-26"),
        life -> life.accept(ADA, WITH_ZOE, "2026-11-27"),
        (life, call) -> {
          assertEquals(LocalDate.parse("2026-11-27"), life.pair(WITH_ZOE).date());
          assertEquals(
              List.of("date-convenue Ada", "date-convenue Zoe", "date-proposee Ada"),
              life.mailsQueued());
        });
  }

  @Test
  void an_acceptance_of_a_proposal_that_is_being_replaced_is_refused() {
    RACES.race(
        life -> life.propose(ZOE, WITH_ZOE, "2026-11-26"),
        LifeRacesTest::acceptsUnlessReplaced,
        life -> life.propose(ZOE, WITH_ZOE, "2026-11-27"),
        (life, call) -> assertEquals(LocalDate.parse("2026-11-24"), life.pair(WITH_ZOE).date()));
  }

  private static void acceptsUnlessReplaced(Life life) {
    var outcome = life.accept(ADA, WITH_ZOE, "2026-11-26");
    boolean replaced =
        life.pair(WITH_ZOE).state().proposed().equals(List.of(LocalDate.parse("2026-11-27")));
    assertEquals(replaced, outcome instanceof PairOutcome.Refused);
  }

  @Test
  void both_withdraw_at_once() {
    RACES.race(
        life -> {},
        life -> life.withdraw(ADA),
        life -> life.withdraw(ZOE),
        (life, call) -> {
          assertEquals(Status.RETIREE, life.person(ADA).status());
          assertEquals(Status.RETIREE, life.person(ZOE).status());
          assertEquals(
              List.of("binome-annule Ada", "binome-annule Yan", "retrait Ada", "retrait Zoe"),
              life.mailsQueued());
        });
  }

  @Test
  void both_cancel_at_once_and_each_is_told_once() {
    RACES.race(
        life -> {},
        life -> life.cancel(ADA, WITH_ZOE),
        life -> life.cancel(ZOE, WITH_ZOE),
        (life, call) ->
            assertEquals(List.of("binome-annule Ada", "binome-annule Zoe"), life.mailsQueued()));
  }

  @Test
  void somebody_is_erased_while_the_partner_withdraws() {
    RACES.race(
        life -> {},
        life -> life.erase(ADA),
        life -> life.withdraw(ZOE),
        (life, call) -> {
          assertTrue(TABLES.registrations().find(ADA).isEmpty());
          assertTrue(
              life.everything().stream().noneMatch(item -> item.contains("Ada Martin")),
              "call " + call);
        });
  }

  @Test
  void a_name_changes_while_the_person_is_erased_after_the_day() {
    RACES.interleave(
        life -> {},
        life -> life.on("2026-11-25").erase(ADA),
        life ->
            TABLES
                .registrations()
                .find(ADA)
                .ifPresent(_ -> life.change(ADA, life.renamed(ADA, "Ada", "Lovelace"))),
        (life, call) -> {
          assertTrue(TABLES.registrations().find(ADA).isEmpty());
          assertTrue(
              life.everything().stream().noneMatch(item -> item.contains("Ada ")), "call " + call);
        });
  }

  @Test
  void both_are_erased_at_once_and_each_has_the_day_taken_out_of_the_calendar() {
    RACES.race(
        life -> {},
        life -> life.erase(ADA),
        life -> life.erase(ZOE),
        (life, call) -> {
          for (String mail : List.of("efface/" + ADA + "/1", "efface/" + ZOE + "/5")) {
            assertTrue(life.details(mail).getOrDefault("binomes", "").contains(WITH_ZOE), mail);
          }
        });
  }

  @Test
  void a_name_changes_while_the_partner_s_does() {
    RACES.race(
        life -> {},
        life -> life.change(ADA, life.renamed(ADA, "Ada", "Lovelace")),
        life -> life.change(YAN, life.renamed(YAN, "Yann", "Le Gall")),
        (life, call) -> {
          assertEquals(List.of("Zoe Martin", "Yann Le Gall"), life.person(ADA).state().partners());
          assertEquals(List.of("Ada Lovelace"), life.person(YAN).state().partners());
          assertEquals("Ada Lovelace", life.pair(WITH_YAN).ambassador().fullName());
          assertEquals("Yann Le Gall", life.pair(WITH_YAN).student().fullName());
        });
  }

  @Test
  void a_pair_is_cancelled_while_a_name_changes() {
    RACES.race(
        life -> {},
        life -> life.change(ZOE, life.renamed(ZOE, "Zoé", "Petit")),
        life -> life.cancel(ADA, WITH_ZOE),
        (life, call) -> {
          assertEquals("Petit", life.person(ZOE).person().lastName());
          assertEquals(List.of("Yan Martin"), life.person(ADA).state().partners());
        });
  }

  @Test
  void two_tabs_that_write_the_same_welcome_tell_everybody_once() {
    RACES.interleave(
        life -> {},
        life -> life.welcome(ADA, WelcomingTest.WELCOME),
        life -> life.welcome(ADA, WelcomingTest.WELCOME),
        (life, call) -> {
          assertEquals(4, life.mailsQueued().size(), "call " + call);
          assertEquals(1, life.pair(WITH_ZOE).calendarSequence());
        });
  }

  @Test
  void of_two_tabs_that_write_another_welcome_the_later_stands_and_both_are_told() {
    Welcome other = new Welcome("1 rue A", "", Welcome.ARRIVAL, Welcome.DEPARTURE);
    RACES.interleave(
        life -> {},
        life -> life.welcome(ADA, WelcomingTest.WELCOME),
        life -> life.welcome(ADA, other),
        (life, call) -> {
          assertEquals(WelcomingTest.WELCOME, life.person(ADA).welcome(), "call " + call);
          assertEquals(8, life.mailsQueued().size());
          assertEquals(2, life.pair(WITH_ZOE).calendarSequence());
        });
  }

  @Test
  void a_welcome_is_written_while_a_student_cancels() {
    RACES.interleave(
        life -> {},
        life -> life.welcome(ADA, WelcomingTest.WELCOME),
        life -> life.cancel(ZOE, WITH_ZOE),
        (life, call) -> {
          assertEquals(
              List.of("accueil Ada", "accueil Yan", "binome-annule Ada", "binome-annule Zoe"),
              life.mailsQueued(),
              "call " + call);
          assertEquals(List.of(WITH_YAN), life.person(ADA).pairs());
        });
  }

  @Test
  void a_welcome_is_written_while_other_days_are_proposed() {
    RACES.interleave(
        life -> {},
        life -> life.welcome(ADA, WelcomingTest.WELCOME),
        life -> life.propose(ZOE, WITH_ZOE, "2026-11-26"),
        (life, call) -> {
          assertEquals(2, life.pair(WITH_ZOE).calendarSequence(), "call " + call);
          assertEquals(5, life.mailsQueued().size());
        });
  }

  @Test
  void a_welcome_is_written_while_the_ambassador_is_erased() {
    RACES.interleave(
        life -> {},
        life -> life.welcome(ADA, WelcomingTest.WELCOME),
        life -> life.erase(ADA),
        (life, call) ->
            assertTrue(
                life.everything().stream().noneMatch(item -> item.contains("Ségur")),
                "call " + call));
  }
}
