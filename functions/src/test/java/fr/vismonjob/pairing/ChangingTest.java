package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.SEAT;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.YAN;
import static fr.vismonjob.pairing.Life.ZOE;
import static fr.vismonjob.registration.RegistrationBuilder.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ChangingTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private Life life;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
  }

  private RegistrationAnswers withCapacity(int capacity) {
    Registration ada = life.person(ADA);
    Details details = RegistrationBuilder.ambassador("Ada").capacity(capacity).build().details();
    return new RegistrationAnswers(ada.person(), ada.place(), ada.dates(), details);
  }

  @Test
  void other_answers_take_the_place_of_the_first_and_all_else_stays() {
    Registration before = life.person(ADA);
    RegistrationAnswers form =
        new RegistrationAnswers(
            new Person("Ada", "Martin", before.person().address(), "0612345678", "Rampe"),
            before.place(),
            List.of(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-24")),
            withCapacity(2).details());
    assertInstanceOf(Changing.Changed.class, life.change(ADA, form));
    Registration after = life.person(ADA);
    assertEquals(before.changed(form, Instant.parse("2026-11-12T11:00:00Z")), after);
    assertEquals(2, after.revision());
    assertEquals(List.of(WITH_ZOE, WITH_YAN), after.pairs());
    assertEquals(Optional.of(SEAT), after.seat());
    assertEquals(List.of(), life.mailsQueued());
  }

  @Test
  void an_answer_that_is_left_out_then_is_gone() {
    life.change(ADA, life.renamed(ADA, "Ada", "Martin"));
    assertEquals("06 12 34 56 78", life.person(ADA).person().phone());
    Registration ada = life.person(ADA);
    Person silent = named("Ada", "Martin", ada.person().address());
    life.change(ADA, new RegistrationAnswers(silent, ada.place(), ada.dates(), ada.details()));
    assertEquals("", life.person(ADA).person().phone());
    assertFalse(
        TABLES.items("Registrations").stream().anyMatch(item -> item.containsKey("telephone")));
  }

  @Test
  void the_same_answers_again_change_nothing() {
    RegistrationAnswers form = life.renamed(ADA, "Ada", "Durand");
    life.change(ADA, form);
    var before = life.everything();
    assertInstanceOf(Changing.Changed.class, life.change(ADA, form));
    assertEquals(before, life.everything());
  }

  @Test
  void a_new_name_reaches_the_pairs_and_the_partners() {
    life.change(ADA, life.renamed(ADA, "Ada", "Durand"));
    assertEquals("Ada Durand", life.pair(WITH_ZOE).ambassador().fullName());
    assertEquals("Ada Durand", life.pair(WITH_YAN).ambassador().fullName());
    assertEquals(List.of("Ada Durand"), life.person(ZOE).state().partners());
    assertEquals(List.of("Ada Durand"), life.person(YAN).state().partners());

    life.change(YAN, life.renamed(YAN, "Yann", "Le Gall"));
    assertEquals("Yann Le Gall", life.pair(WITH_YAN).student().fullName());
    assertEquals(List.of("Zoe Martin", "Yann Le Gall"), life.person(ADA).state().partners());
  }

  @Test
  void a_name_can_be_corrected_on_the_day_and_is_frozen_with_it() {
    life.on("2026-11-24").change(ZOE, life.renamed(ZOE, "Zoé", "Martin"));
    assertEquals("Zoé Martin", life.pair(WITH_ZOE).student().fullName());
    life.on("2026-11-25").change(ZOE, life.renamed(ZOE, "Quelqu’un", "D’Autre"));
    assertEquals("Zoé Martin", life.pair(WITH_ZOE).student().fullName());
    assertEquals("Quelqu’un D’Autre", life.person(ZOE).person().fullName());
    assertEquals(List.of("Zoé Martin", "Yan Martin"), life.person(ADA).state().partners());
  }

  @Test
  void who_agrees_on_another_day_after_it_goes_by_the_present_name() {
    Life after = life.on("2026-11-25");
    after.change(ZOE, after.renamed(ZOE, "Zoé", "Durand"));
    after.propose(ZOE, WITH_ZOE, "2026-12-02");
    after.accept(ADA, WITH_ZOE, "2026-12-02");
    assertEquals("Zoé Durand", life.pair(WITH_ZOE).student().fullName());
    assertEquals(List.of("Zoé Durand", "Yan Martin"), life.person(ADA).state().partners());
  }

  @Test
  void a_pair_already_made_stands_whatever_the_new_answers() {
    Pair before = life.pair(WITH_ZOE);
    Registration zoe = life.person(ZOE);
    Details other = RegistrationBuilder.student("Zoe").job("donnees", "Données").build().details();
    life.change(
        ZOE,
        new RegistrationAnswers(
            zoe.person(), zoe.place(), List.of(LocalDate.parse("2026-11-26")), other));
    assertEquals(before, life.pair(WITH_ZOE));
    assertEquals(Status.APPARIEE, life.person(ZOE).status());
  }

  @Test
  void an_ambassador_cannot_host_fewer_than_are_expected_already() {
    var outcome = assertInstanceOf(Changing.Invalid.class, life.change(ADA, withCapacity(1)));
    assertEquals("capacite", outcome.violations().getFirst().field());
    assertEquals(1, life.person(ADA).revision());
    assertInstanceOf(Changing.Changed.class, life.change(ADA, withCapacity(2)));
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void whoever_has_not_withdrawn_may_change(Status status) {
    RegistrationBuilder bob = RegistrationBuilder.ambassador("Bob").status(status);
    TABLES.put("Registrations", bob.item());
    var outcome = life.change(Life.BOB, life.renamed(Life.BOB, "Bob", "Durand"));
    assertEquals(status == Status.RETIREE, outcome instanceof Changing.Withdrawn);
    assertEquals(status, life.person(Life.BOB).status());
  }
}
