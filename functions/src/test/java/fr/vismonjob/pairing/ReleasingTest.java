package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.registration.Status;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ReleasingTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private Life life;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
  }

  @Test
  void a_marked_pair_is_off_both_are_told_and_wait_again_and_no_other_pair_is_touched() {
    assertEquals(1, life.marked(WITH_ZOE).release());
    assertEquals(PairStatus.ANNULE, life.pair(WITH_ZOE).status());
    assertEquals(PairStatus.FORME, life.pair(WITH_YAN).status());
    assertEquals(List.of(WITH_YAN), life.person(ADA).pairs());
    assertEquals(Status.CONFIRMEE, life.person(ZOE).status());
    assertEquals(List.of("binome-annule Ada", "binome-annule Zoe"), life.mailsQueued());
    String key = "binome-annule/" + ZOE + "/" + WITH_ZOE + "-1";
    assertEquals("organisation", life.details(key).get("par"));
  }

  @Test
  void the_day_again_does_nothing_more() {
    life.marked(WITH_ZOE).release();
    SortedSet<String> after = life.everything();
    assertEquals(0, life.release());
    assertEquals(after, life.everything());
  }

  @Test
  void a_pair_whose_day_has_passed_stays() {
    Life later = life.marked(WITH_ZOE).on("2026-11-25");
    assertEquals(0, later.release());
    assertEquals(PairStatus.FORME, later.pair(WITH_ZOE).status());
    assertEquals(List.of(), later.mailsQueued());
  }

  @Test
  void a_pair_that_one_of_the_two_has_called_off_meanwhile_stays_as_it_is() {
    life.marked(WITH_ZOE).cancel(ZOE, WITH_ZOE);
    assertEquals(0, life.release());
    assertEquals(List.of("binome-annule Ada", "binome-annule Zoe"), life.mailsQueued());
  }
}
