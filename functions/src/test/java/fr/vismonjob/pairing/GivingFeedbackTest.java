package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.pairing.Feedback.Absent;
import fr.vismonjob.pairing.PairOutcome.Done;
import fr.vismonjob.pairing.PairOutcome.Refused;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GivingFeedbackTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final Feedback YES = new Feedback(true, Optional.empty(), OptionalInt.empty(), "");
  private static final Feedback NO =
      new Feedback(false, Optional.of(Absent.STUDENT), OptionalInt.empty(), "");

  private Life life;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES).on("2026-11-24");
  }

  @ParameterizedTest
  @CsvSource({
    "oui, , REALISE",
    ", oui, REALISE",
    "oui, oui, REALISE",
    "non, , NON_REALISE",
    ", non, NON_REALISE",
    "non, non, NON_REALISE",
    "oui, non, A_VERIFIER",
    "non, oui, A_VERIFIER"
  })
  void what_both_say_decides(String ambassador, String student, PairStatus expected) {
    say(ADA, ambassador);
    say(ZOE, student);
    assertEquals(expected, life.pair(WITH_ZOE).status());
  }

  private void say(String who, String tookPlace) {
    if (tookPlace != null) {
      assertInstanceOf(Done.class, life.say(who, WITH_ZOE, tookPlace.equals("oui") ? YES : NO));
    }
  }

  @Test
  void all_answers_are_kept() {
    Feedback full = new Feedback(true, Optional.empty(), OptionalInt.of(4), "Très bien.\nMerci");
    life.say(ADA, WITH_ZOE, full);
    life.say(ZOE, WITH_ZOE, NO);
    assertEquals(Optional.of(full), life.pair(WITH_ZOE).ambassador().feedback());
    assertEquals(Optional.of(NO), life.pair(WITH_ZOE).student().feedback());
    assertEquals(List.of(), life.mailsQueued());
    assertEquals(List.of(), TABLES.items("Subscriptions"), "nobody has asked for that");
  }

  @Test
  void whoever_leaves_after_the_day_and_the_partner_still_say_how_it_went() {
    Life after = life.on("2026-11-25");
    after.withdraw(ZOE);
    assertInstanceOf(Done.class, after.say(ZOE, WITH_ZOE, YES));
    assertInstanceOf(Done.class, after.say(ADA, WITH_ZOE, YES));
    assertEquals(PairStatus.REALISE, life.pair(WITH_ZOE).status());
  }

  @Test
  void the_last_answer_counts() {
    life.say(ADA, WITH_ZOE, NO);
    life.say(ZOE, WITH_ZOE, YES);
    life.say(ADA, WITH_ZOE, YES);
    assertEquals(PairStatus.REALISE, life.pair(WITH_ZOE).status());
  }

  @Test
  void the_same_answer_again_changes_nothing() {
    life.say(ADA, WITH_ZOE, YES);
    var before = life.everything();
    assertInstanceOf(Done.class, life.say(ADA, WITH_ZOE, YES));
    assertEquals(before, life.everything());
  }

  @Test
  void before_the_day_it_is_too_early() {
    var outcome = life.on("2026-11-23").say(ZOE, WITH_ZOE, YES);
    String reason = assertInstanceOf(Refused.class, outcome).reason();
    assertTrue(reason.contains("mardi 24\u00a0novembre"), reason);
  }

  @Test
  void of_a_cancelled_pair_nothing_is_asked() {
    life.cancel(ADA, WITH_ZOE);
    assertInstanceOf(Refused.class, life.say(ZOE, WITH_ZOE, YES));
  }

  @Test
  void an_answer_ends_a_proposal_that_nobody_answered() {
    life.propose(ADA, WITH_ZOE, "2026-11-26");
    life.say(ZOE, WITH_ZOE, YES);
    assertEquals(PairStatus.REALISE, life.pair(WITH_ZOE).status());
    assertEquals(List.of(), life.pair(WITH_ZOE).state().proposed());
  }
}
