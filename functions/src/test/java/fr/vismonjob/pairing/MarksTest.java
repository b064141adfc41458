package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.SEAT;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.XAM;
import static fr.vismonjob.pairing.Life.ZOE;
import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What organisers mark in a row is done once, or not at all and said. */
final class MarksTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final AttributeValue YES = AttributeValue.fromS("oui");

  private Life life;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
  }

  /** A yes in every type that the console offers. */
  static Stream<AttributeValue> yes() {
    return Stream.of(
        YES,
        AttributeValue.fromS(" Oui "),
        AttributeValue.fromS("x"),
        AttributeValue.fromBool(true),
        AttributeValue.fromN("1"),
        AttributeValue.fromB(SdkBytes.fromUtf8String("oui")),
        AttributeValue.fromSs(List.of("oui")),
        AttributeValue.fromNs(List.of("1", "2")),
        AttributeValue.fromL(List.of(AttributeValue.fromBool(true))),
        AttributeValue.fromM(Map.of("fait", YES)));
  }

  static Stream<AttributeValue> no() {
    return Stream.of(
        AttributeValue.fromS("non"),
        AttributeValue.fromS("NON "),
        AttributeValue.fromS(" \u00a0"),
        AttributeValue.fromBool(false),
        AttributeValue.fromNul(true),
        AttributeValue.fromSs(List.of("non")),
        AttributeValue.fromL(List.of()),
        AttributeValue.fromM(Map.of()));
  }

  @ParameterizedTest
  @MethodSource("yes")
  void any_yes_counts_and_is_taken_away(AttributeValue yes) {
    life.typed(ZOE, "a_renvoyer", yes).follow(ZOE);
    life.typed(XAM, "a_retirer", yes).follow(XAM);
    life.typedOnPair(WITH_YAN, "a_annuler", yes).follow(WITH_YAN);
    life.typed(ADA, "a_effacer", yes).follow(ADA);
    assertEquals("", life.standing(ZOE, "a_renvoyer"));
    assertEquals("", life.standing(XAM, "a_retirer"));
    assertEquals("", life.standing(WITH_YAN, "a_annuler"));
    assertEquals(Status.RETIREE, life.person(XAM).status());
    assertEquals(PairStatus.ANNULE, life.pair(WITH_YAN).status());
    assertTrue(TABLES.registrations().find(ADA).isEmpty());
    assertEquals(
        List.of(
            "binome-annule Ada",
            "binome-annule Yan",
            "binome-annule Zoe",
            "efface Ada",
            "lien Zoe",
            "retrait Xam"),
        life.mailsQueued());
  }

  @ParameterizedTest
  @MethodSource("no")
  void any_no_counts_as_no_mark(AttributeValue no) {
    life.typed(ZOE, "a_renvoyer", no).typed(ZOE, "a_retirer", no).typed(ZOE, "a_effacer", no);
    life.typedOnPair(WITH_ZOE, "a_annuler", no);
    SortedSet<String> before = life.everything();
    life.follow(ZOE);
    life.follow(WITH_ZOE);
    assertEquals(0, life.release());
    assertEquals(before, life.everything());
  }

  @ParameterizedTest
  @MethodSource("people")
  void the_same_change_of_a_row_once_more_does_nothing_more(String mark) {
    life.typed(ADA, mark, YES).follow(ADA);
    SortedSet<String> after = life.everything();
    life.follow(ADA);
    life.release();
    assertEquals(after, life.everything());
  }

  static Stream<String> people() {
    return Stream.of("a_renvoyer", "a_retirer", "a_effacer");
  }

  @Test
  void whoever_is_withdrawn_by_organisers_is_told_as_by_their_own_hand() {
    Life other = Life.begun(TABLES);
    other.withdraw(ADA);
    SortedSet<String> byHand = other.everything();
    TABLES.empty();
    life = Life.begun(TABLES);
    life.typed(ADA, "a_retirer", YES).follow(ADA);
    assertEquals(byHand, life.everything());
  }

  @Test
  void whoever_is_erased_by_organisers_leaves_no_more_than_by_their_own_hand() {
    life.erase(ADA);
    SortedSet<String> byHand = life.everything();
    TABLES.empty();
    life = Life.begun(TABLES);
    life.typed(ADA, "a_effacer", YES).follow(ADA);
    assertEquals(byHand, life.everything());
  }

  @Test
  void a_withdrawal_that_the_person_made_first_is_all_that_was_asked_for() {
    life.typed(ADA, "a_retirer", YES).withdraw(ADA);
    SortedSet<String> after = life.everything();
    assertEquals("", life.standing(ADA, "a_retirer"));
    life.follow(ADA);
    assertEquals(after, life.everything());

    life.typed(ADA, "a_retirer", YES).follow(ADA);
    assertEquals(after, life.everything(), "nobody is told again");
  }

  @Test
  void the_link_stays_as_it_is_and_goes_to_whoever_has_still_to_confirm_as_confirmation() {
    String wil = RegistrationBuilder.id("Wil");
    life.registered(ambassador("Wil").status(Status.A_CONFIRMER));
    life.typed(ADA, "a_renvoyer", YES).follow(ADA);
    life.typed(wil, "a_renvoyer", YES).follow(wil);
    assertEquals(List.of("confirmation " + wil, "lien Ada"), life.mailsQueued());
    assertEquals(1, life.person(ADA).linkNumber());
    assertEquals(SEAT, life.person(ADA).seat().orElseThrow());
  }

  @Test
  void a_link_that_could_not_help_is_refused_in_words_once() {
    life.withdraw(ZOE);
    life.typed(ZOE, "a_renvoyer", YES).follow(ZOE);
    assertTrue(life.standing(ZOE, "a_renvoyer_refus").contains("s’est retirée"));
    life.typed(XAM, "mails_arretes", AttributeValue.fromS("l’adresse n’existe pas"));
    life.typed(XAM, "a_renvoyer", YES).follow(XAM);
    assertTrue(life.standing(XAM, "a_renvoyer_refus").contains("l’adresse n’existe pas"));
    SortedSet<String> refused = life.everything();

    life.follow(ZOE);
    life.follow(XAM);
    assertEquals(refused, life.everything(), "the answer is no new change");

    TABLES.update("Registrations", XAM).remove("mails_arretes").apply();
    life.follow(XAM);
    assertEquals("", life.standing(XAM, "a_renvoyer") + life.standing(XAM, "a_renvoyer_refus"));
    assertTrue(life.mailsQueued().contains("lien Xam"));
  }

  @Test
  void a_pair_can_be_called_off_until_its_day_is_over() {
    Life onTheDay = life.on("2026-11-24");
    onTheDay.marked(WITH_ZOE).follow(WITH_ZOE);
    assertEquals(PairStatus.ANNULE, life.pair(WITH_ZOE).status());

    Life after = life.on("2026-11-25");
    after.marked(WITH_YAN).follow(WITH_YAN);
    assertEquals(PairStatus.FORME, life.pair(WITH_YAN).status());
    assertTrue(life.standing(WITH_YAN, "a_annuler_refus").contains("est passée"));
    assertTrue(!life.standing(WITH_YAN, "a_annuler").isEmpty(), "the mark stays");
  }

  @Test
  void a_pair_of_which_somebody_has_said_that_they_met_is_not_called_off() {
    Life onTheDay = life.on("2026-11-24");
    onTheDay.say(ZOE, WITH_ZOE, PairBuilder.feedback(true));
    onTheDay.marked(WITH_ZOE).follow(WITH_ZOE);
    assertEquals(PairStatus.REALISE, life.pair(WITH_ZOE).status());
    assertTrue(life.standing(WITH_ZOE, "a_annuler_refus").contains("réponse"));
  }

  @Test
  void a_mark_on_a_cancelled_pair_goes_and_tells_nobody() {
    life.cancel(ADA, WITH_ZOE);
    List<String> told = life.mailsQueued();
    life.marked(WITH_ZOE).follow(WITH_ZOE);
    assertEquals("", life.standing(WITH_ZOE, "a_annuler"));
    assertEquals(told, life.mailsQueued());
  }

  @Test
  void a_row_that_cannot_be_read_says_what_to_correct_and_is_done_afterwards() {
    life.typed(ZOE, "dates", AttributeValue.fromS("24/11/2026"));
    for (String mark : List.of("a_renvoyer", "a_retirer", "a_effacer")) {
      life.typed(ZOE, mark, YES);
    }
    life.follow(ZOE);
    for (String mark : List.of("a_renvoyer", "a_retirer", "a_effacer")) {
      assertTrue(life.standing(ZOE, mark + "_refus").contains("« dates »"), mark);
    }
    assertEquals(List.of(), life.mailsQueued());

    life.typed(ZOE, "dates", AttributeValue.fromS("2026-11-24")).follow(ZOE);
    assertTrue(TABLES.registrations().find(ZOE).isEmpty());
    assertEquals(List.of("binome-annule Ada", "efface Zoe"), life.mailsQueued());
  }

  @Test
  void the_morning_does_what_the_streams_have_missed() {
    life.typed(ZOE, "a_renvoyer", YES).typed(XAM, "a_retirer", YES).marked(WITH_YAN);
    assertEquals(1, life.release());
    assertEquals(
        List.of("binome-annule Ada", "binome-annule Yan", "lien Zoe", "retrait Xam"),
        life.mailsQueued());
  }
}
