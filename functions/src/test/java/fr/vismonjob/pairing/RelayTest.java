package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.BOB;
import static fr.vismonjob.pairing.Life.EDITION;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.ZOE;
import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.named;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An ambassador who cannot host asks a colleague, who takes over or declines. */
final class RelayTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  static final String LOU = "lou@example.gouv.fr";

  private Life life;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
  }

  /** What a colleague fills in who is not registered. */
  static RegistrationAnswers form(String name) {
    Registration like = ambassador(name).job("donnees", "Données").build();
    return new RegistrationAnswers(
        named(name, "Petit", name.toLowerCase(java.util.Locale.ROOT) + "@example.gouv.fr"),
        like.place(),
        like.dates(),
        like.details());
  }

  /** The id that the colleague's address has, or would get. */
  static String idOf(String address) {
    return TABLES.addresses(TABLES.client()).of(EDITION, Role.AMBASSADEUR, address).registration();
  }

  /** The colleague is registered already, with the row of that builder. */
  static void registered(RegistrationBuilder colleague) {
    Item row =
        Item.of(colleague.item()).put("inscription", idOf(colleague.build().person().address()));
    TABLES.put("Registrations", row.attributes());
  }

  private Registration lou() {
    return life.person(idOf(LOU));
  }

  private Pair next() {
    return life.pair(PairId.of(idOf(LOU), ZOE));
  }

  private List<String> told() {
    return life.mailsQueued().stream()
        .map(mail -> mail.replace(idOf(LOU), "Lou"))
        .sorted()
        .toList();
  }

  @Test
  void asking_changes_nothing_about_the_pair_and_sends_one_mail() {
    Pair before = life.pair(WITH_ZOE);
    assertInstanceOf(PairOutcome.Done.class, life.entrust(WITH_ZOE, LOU));
    assertInstanceOf(PairOutcome.Done.class, life.entrust(WITH_ZOE, LOU), "pressed twice");
    assertEquals(before, life.pair(WITH_ZOE));
    assertEquals(List.of("relais Ada"), told());
    assertEquals(Optional.of(LOU), life.relay(WITH_ZOE).address());
    String mails = TABLES.items("Mails").toString();
    assertFalse(mails.contains(LOU), "the address stands in the pair alone");
  }

  @Test
  void a_colleague_takes_over_and_each_of_the_three_is_told_once() {
    life.entrust(WITH_ZOE, LOU);
    assertInstanceOf(TakingOver.Taken.class, life.takeOver(life.relay(WITH_ZOE), form("Lou")));
    Pair former = life.pair(WITH_ZOE);
    assertEquals(PairStatus.ANNULE, former.status());
    assertEquals(PairStatus.FORME, next().status());
    assertEquals(former.date(), next().date());
    assertEquals("Zoe Martin", next().student().fullName());
    assertEquals(LOU, next().ambassador().address());
    assertEquals("relais/" + WITH_ZOE, next().origin().run());
    assertEquals(
        List.of("relais Ada", "relais-pris Ada", "relais-pris Lou", "relais-pris Zoe"), told());

    assertEquals(Status.APPARIEE, lou().status());
    assertEquals(List.of(next().id()), lou().pairs());
    assertEquals(List.of("Zoe Martin"), lou().state().partners());
    assertEquals(List.of(next().id()), life.person(ZOE).pairs());
    assertEquals(List.of("Lou Petit"), life.person(ZOE).state().partners());
    assertEquals(List.of(WITH_YAN), life.person(ADA).pairs());
    assertEquals("", life.standing(WITH_ZOE, "relais_courriel"));
  }

  @Test
  void the_calendar_entry_is_the_same_and_newer_than_any_before() {
    life.propose(ZOE, WITH_ZOE, "2026-11-26");
    life.accept(ADA, WITH_ZOE, "2026-11-26");
    String uid = life.pair(WITH_ZOE).calendarUid();
    life.entrust(WITH_ZOE, LOU);
    life.takeOver(life.relay(WITH_ZOE), form("Lou"));
    assertEquals(uid, next().calendarUid());
    assertTrue(next().calendarSequence() > life.pair(WITH_ZOE).calendarSequence());
    assertEquals(LocalDate.parse("2026-11-26"), next().date());

    String second = next().id();
    life.entrust(second, "max@example.gouv.fr");
    long before = next().calendarSequence();
    life.takeOver(life.relay(second), form("Max"));
    Pair third = life.pair(PairId.of(idOf("max@example.gouv.fr"), ZOE));
    assertEquals(uid, third.calendarUid());
    assertTrue(third.calendarSequence() > before + 1);
  }

  @Test
  void the_reasons_are_true_for_the_new_two() {
    life.entrust(WITH_ZOE, LOU);
    life.takeOver(life.relay(WITH_ZOE), form("Lou"));
    assertEquals(
        List.of(
            "Relais : l’accueil est repris d’un premier binôme, à la même date.",
            "Métier : Données, hors des choix exprimés.",
            "Lieu : la même commune.",
            "Administration : sans préférence.",
            "Date : mardi 24 novembre 2026, le jour de l’événement."),
        next().origin().reasons());
    assertEquals("Données", next().workplace().job());
    assertEquals(60, next().origin().score());
  }

  @Test
  void whoever_takes_over_need_not_be_told_of_the_next_edition_any_more() {
    life.wantsToBeTold(LOU, "2025");
    life.entrust(WITH_ZOE, LOU);
    assertEquals(2, TABLES.items("Subscriptions").size());
    assertInstanceOf(TakingOver.Taken.class, life.takeOver(life.relay(WITH_ZOE), form("Lou")));
    assertEquals(List.of(), TABLES.items("Subscriptions"));
  }

  @Test
  void a_registration_that_is_forgotten_unconfirmed_leaves_what_is_asked() {
    registered(ambassador("Lou").status(Status.A_CONFIRMER));
    life.entrust(WITH_ZOE, LOU);
    Relay relay = life.relay(WITH_ZOE);
    life.forgetUnconfirmed(idOf(LOU));
    assertTrue(TABLES.registrations().find(idOf(LOU)).isEmpty());
    assertEquals(relay, life.relay(WITH_ZOE));
    assertInstanceOf(TakingOver.Taken.class, life.takeOver(relay, form("Lou")));
  }

  @Test
  void the_former_pair_does_not_pass_for_cancelled_while_the_day_goes_on() {
    life.entrust(WITH_ZOE, LOU);
    life.takeOver(life.relay(WITH_ZOE), form("Lou"));
    for (String who : List.of(ZOE, ADA)) {
      PairOutcome.Refused refused =
          assertInstanceOf(PairOutcome.Refused.class, life.cancel(who, WITH_ZOE));
      assertTrue(refused.reason().contains("la journée a toujours lieu"));
    }
    life.marked(WITH_ZOE).follow(WITH_ZOE);
    assertTrue(life.standing(WITH_ZOE, "a_annuler_refus").contains(next().id()));
    String second = next().id();
    life.entrust(second, "max@example.gouv.fr");
    life.takeOver(life.relay(second), form("Max"));
    String third = PairId.of(idOf("max@example.gouv.fr"), ZOE);
    life.follow(WITH_ZOE);
    assertTrue(life.standing(WITH_ZOE, "a_annuler_refus").contains(third), "where it is now");
    assertTrue(life.pair(third).isOn());
    assertFalse(told().toString().contains("binome-annule"));

    life.cancel(ZOE, third);
    assertInstanceOf(PairOutcome.Done.class, life.cancel(ZOE, WITH_ZOE), "it is off by now");
    life.follow(WITH_ZOE);
    assertEquals("", life.standing(WITH_ZOE, "a_annuler"));
  }

  @Test
  void a_spent_or_replaced_link_leads_nowhere() {
    life.entrust(WITH_ZOE, "max@example.gouv.fr");
    Relay first = life.relay(WITH_ZOE);
    life.entrust(WITH_ZOE, LOU);
    Relay second = life.relay(WITH_ZOE);
    assertInstanceOf(TakingOver.Gone.class, life.asked(first));
    assertInstanceOf(TakingOver.Gone.class, life.takeOver(first, form("Max")));
    life.takeOver(second, form("Lou"));
    assertInstanceOf(TakingOver.Gone.class, life.takeOver(second, form("Lou")));
    assertInstanceOf(TakingOver.Gone.class, life.decline(second));
    assertEquals(4 + 1, told().size());
  }

  @Test
  void declining_tells_the_ambassador_and_forgets_the_address() {
    life.entrust(WITH_ZOE, LOU);
    Relay relay = life.relay(WITH_ZOE);
    assertInstanceOf(TakingOver.Declined.class, life.decline(relay));
    assertInstanceOf(TakingOver.Gone.class, life.decline(relay));
    assertEquals(List.of("relais Ada", "relais-decline Ada"), told());
    assertTrue(life.pair(WITH_ZOE).isOn());
    assertFalse(life.everything().toString().contains(LOU));
  }

  @Test
  void somebody_registered_with_room_keeps_all_answers() {
    registered(ambassador("Lou").capacity(2).pairedWith("other", "Max Martin").dates("2026-11-25"));
    RegistrationAnswers answers = lou().answers();
    life.entrust(WITH_ZOE, LOU);
    assertInstanceOf(TakingOver.Taken.class, life.takeOver(life.relay(WITH_ZOE)));
    assertEquals(answers, lou().answers());
    assertEquals(List.of("other", next().id()), lou().pairs());
    assertEquals("Développement", next().workplace().job());
  }

  @Test
  void somebody_registered_without_room_is_told_so_and_may_decline() {
    registered(ambassador("Lou").pairedWith("other", "Max Martin"));
    life.entrust(WITH_ZOE, LOU);
    TakingOver.Open open = (TakingOver.Open) life.asked(life.relay(WITH_ZOE));
    assertTrue(open.refusal().orElseThrow().contains("déjà autant"));
    assertInstanceOf(TakingOver.Refused.class, life.takeOver(life.relay(WITH_ZOE)));
    assertTrue(life.pair(WITH_ZOE).isOn());
    assertInstanceOf(TakingOver.Declined.class, life.decline(life.relay(WITH_ZOE)));
  }

  @Test
  void whoever_had_not_confirmed_or_had_withdrawn_registers_by_the_form() {
    for (Status status : List.of(Status.A_CONFIRMER, Status.RETIREE)) {
      begin();
      registered(ambassador("Lou").number(7).status(status));
      life.entrust(WITH_ZOE, LOU);
      assertInstanceOf(TakingOver.Refused.class, life.takeOver(life.relay(WITH_ZOE)), "no form");
      assertInstanceOf(TakingOver.Taken.class, life.takeOver(life.relay(WITH_ZOE), form("Lou")));
      assertEquals("Petit", lou().person().lastName());
      assertEquals(Status.APPARIEE, lou().status());
      assertTrue(lou().number() > 7, "earlier links and mails are void");
      TABLES.empty();
    }
  }

  @Test
  void those_who_are_kept_apart_or_were_a_pair_before_are_refused_and_nothing_is_told() {
    registered(ambassador("Lou").neverWith("Zoe"));
    life.entrust(WITH_ZOE, LOU);
    assertInstanceOf(TakingOver.Refused.class, life.takeOver(life.relay(WITH_ZOE)));
    TABLES.empty();
    begin();
    life.typed(ZOE, "jamais_avec", AttributeValue.fromL(List.of(AttributeValue.fromS(idOf(LOU)))));
    life.entrust(WITH_ZOE, LOU);
    assertInstanceOf(TakingOver.Refused.class, life.takeOver(life.relay(WITH_ZOE), form("Lou")));
    assertEquals(List.of("relais Ada"), told());
  }

  @Test
  void neither_of_the_two_takes_over_who_has_the_colleague_s_address_by_now() {
    for (String who : List.of(ADA, ZOE)) {
      TABLES.empty();
      begin();
      TABLES.put("Editions", EditionBuilder.edition().item());
      life.entrust(WITH_ZOE, LOU);
      life.typed(who, "nouveau_courriel", AttributeValue.fromS(LOU)).follow(who);
      assertEquals(LOU, life.person(who).person().address());
      TakingOver.Open open =
          assertInstanceOf(TakingOver.Open.class, life.asked(life.relay(WITH_ZOE)));
      assertTrue(open.refusal().orElseThrow().contains("une autre personne"), who);
      assertInstanceOf(
          TakingOver.Refused.class, life.takeOver(life.relay(WITH_ZOE), form("Lou")), who);
      assertTrue(life.pair(WITH_ZOE).isOn());
    }
  }

  @Test
  void a_pair_that_one_of_the_two_has_no_more_is_not_handed_on() {
    Map<String, AttributeValue> typed =
        Map.of(
            "binomes", AttributeValue.fromL(List.of()), "statut", AttributeValue.fromS("RETIREE"));
    for (String who : List.of(ADA, ZOE)) {
      typed.forEach(
          (attribute, value) -> {
            TABLES.empty();
            begin();
            life.entrust(WITH_ZOE, LOU);
            life.typed(who, attribute, value);
            assertInstanceOf(TakingOver.Over.class, life.asked(life.relay(WITH_ZOE)), attribute);
            assertInstanceOf(
                TakingOver.Refused.class, life.takeOver(life.relay(WITH_ZOE), form("Lou")));
            assertTrue(life.pair(WITH_ZOE).isOn());
          });
    }
  }

  @Test
  void the_former_ambassador_does_not_get_the_student_back() {
    registered(ambassador("Lou"));
    life.entrust(WITH_ZOE, LOU);
    life.takeOver(life.relay(WITH_ZOE));
    life.registered(ambassador("Ada").status(Status.CONFIRMEE).capacity(3));
    // Ada's address leads to a registration of another id; so it is told that this one is hers.
    TABLES.put(
        "MailAllowances",
        Item.empty()
            .put("destinataire", "adresse/" + idOf("ada@example.gouv.fr"))
            .put("inscription", ADA)
            .attributes());
    life.entrust(next().id(), "ada@example.gouv.fr");
    assertInstanceOf(TakingOver.Refused.class, life.takeOver(life.relay(next().id())));
  }

  @Test
  void a_place_that_was_handed_on_stays_empty_until_the_answers_change() {
    life.entrust(WITH_ZOE, LOU);
    life.takeOver(life.relay(WITH_ZOE), form("Lou"));
    Registration ada = life.person(ADA);
    assertEquals(1, ada.room(), "of three, one is Yan's and one was handed on");
    life.entrust(WITH_YAN, "max@example.gouv.fr");
    life.takeOver(life.relay(WITH_YAN), form("Max"));
    assertEquals(1, life.person(ADA).room());
    assertEquals(Status.CONFIRMEE, life.person(ADA).status());
    life.change(ADA, life.renamed(ADA, "Ada", "Lovelace"));
    assertEquals(3, life.person(ADA).room());
  }

  @Test
  void what_a_run_has_proposed_about_the_two_gives_way() {
    registered(ambassador("Lou"));
    String id = PairId.of(idOf(LOU), ZOE);
    Item row = Item.of(PairBuilder.pair(id, lou(), life.person(ZOE)).proposed().item());
    TABLES.put("Pairs", row.attributes());
    life.entrust(WITH_ZOE, LOU);
    assertInstanceOf(TakingOver.Taken.class, life.takeOver(life.relay(WITH_ZOE)));
    assertEquals(PairStatus.FORME, next().status());
    assertTrue(next().wasFormed());
  }

  @Test
  void a_proposal_about_the_two_that_organisers_have_called_off_keeps_them_apart() {
    registered(ambassador("Lou"));
    String id = PairId.of(idOf(LOU), ZOE);
    TABLES.put("Pairs", PairBuilder.pair(id, lou(), life.person(ZOE)).proposed().item());
    life.marked(id).entrust(WITH_ZOE, LOU);
    assertInstanceOf(TakingOver.Refused.class, life.takeOver(life.relay(WITH_ZOE)));
    assertTrue(life.pair(WITH_ZOE).isOn());
  }

  @Test
  void only_the_host_asks_and_only_a_colleague_of_the_state() {
    assertInstanceOf(
        PairOutcome.Refused.class, life.act(ZOE, WITH_ZOE, new PairAction.Entrust(LOU)));
    for (String address :
        List.of("ada@example.gouv.fr", "zoe@example.gouv.fr", "lou@example.org", "lou")) {
      assertInstanceOf(PairOutcome.Invalid.class, life.entrust(WITH_ZOE, address), address);
    }
    registered(ambassador("Lou").unreachable("plainte"));
    assertInstanceOf(PairOutcome.Invalid.class, life.entrust(WITH_ZOE, LOU));
    assertEquals(List.of(), told());
  }

  @Test
  void three_mails_an_hour_go_to_one_address_and_five_a_day_are_caused_by_a_pair() {
    for (int i = 1; i <= 5; i++) {
      assertInstanceOf(
          PairOutcome.Done.class, life.entrust(WITH_ZOE, "n" + i % 2 + "@example.gouv.fr"));
      if (i == 5) {
        assertInstanceOf(
            PairOutcome.Refused.class, life.entrust(WITH_YAN, "n1@example.gouv.fr"), "the address");
      }
    }
    assertInstanceOf(PairOutcome.Refused.class, life.entrust(WITH_ZOE, LOU), "the pair");
    assertEquals(5, told().size());
  }

  @Test
  void it_works_on_the_day_and_is_over_the_day_after() {
    Life day = life.on("2026-11-24");
    assertInstanceOf(PairOutcome.Done.class, day.entrust(WITH_ZOE, LOU));
    Relay relay = day.relay(WITH_ZOE);
    assertInstanceOf(TakingOver.Open.class, day.asked(relay));
    Life after = life.on("2026-11-25");
    assertTrue(over(after, relay).contains("est passée"));
    assertInstanceOf(TakingOver.Refused.class, after.takeOver(relay, form("Lou")));
    assertInstanceOf(PairOutcome.Refused.class, after.entrust(WITH_YAN, LOU));
    assertInstanceOf(TakingOver.Taken.class, day.takeOver(relay, form("Lou")));
  }

  private static String over(Life life, Relay relay) {
    return assertInstanceOf(TakingOver.Over.class, life.asked(relay)).why();
  }

  @Test
  void a_request_whose_address_a_hand_has_taken_away_is_over() {
    life.entrust(WITH_ZOE, LOU);
    Relay relay = life.relay(WITH_ZOE);
    TABLES.update("Pairs", WITH_ZOE).remove("relais_courriel").apply();
    assertTrue(over(life, relay).contains("n’attend plus de relais"));
  }

  @Test
  void the_morning_after_the_day_forgets_whoever_never_answered() {
    life.entrust(WITH_ZOE, LOU);
    life.on("2026-11-24").release();
    assertEquals(Optional.of(LOU), life.relay(WITH_ZOE).address());
    life.on("2026-11-25").release();
    assertFalse(life.everything().toString().contains(LOU));
    assertInstanceOf(TakingOver.Over.class, life.on("2026-11-25").asked(life.relay(WITH_ZOE)));
  }

  @Test
  void whatever_ends_the_pair_forgets_the_colleague_and_the_link_says_that_it_is_over() {
    List<java.util.function.Consumer<Life>> ends =
        List.of(
            one -> one.cancel(ZOE, WITH_ZOE),
            one -> one.withdraw(ADA),
            one -> one.withdraw(ZOE),
            one -> one.erase(ADA),
            one -> one.erase(ZOE),
            one -> one.marked(WITH_ZOE).release(),
            one -> one.on("2026-11-24").say(ZOE, WITH_ZOE, PairBuilder.feedback(false)),
            one -> one.on("2026-11-30").eraseQuietly(ZOE));
    for (var end : ends) {
      TABLES.empty();
      begin();
      life.entrust(WITH_ZOE, LOU);
      Relay relay = life.relay(WITH_ZOE);
      end.accept(life);
      assertFalse(life.everything().toString().contains(LOU));
      Life then = life.on("2026-11-24");
      assertTrue(over(then, relay).contains("est annulée"));
      assertInstanceOf(TakingOver.Refused.class, then.takeOver(relay, form("Lou")));
      assertInstanceOf(TakingOver.Refused.class, then.decline(relay));
      assertEquals(0, told().stream().filter(mail -> mail.startsWith("relais-")).count());
    }
  }

  @Test
  void a_colleague_who_erases_all_data_has_declined() {
    registered(ambassador("Lou"));
    life.entrust(WITH_ZOE, LOU);
    Relay relay = life.relay(WITH_ZOE);
    life.erase(idOf(LOU));
    assertEquals(List.of("efface Lou", "relais Ada", "relais-decline Ada"), told());
    assertInstanceOf(TakingOver.Gone.class, life.asked(relay));
    TABLES.items("Mails").stream()
        .filter(mail -> !Item.of(mail).required("modele").equals("efface"))
        .forEach(mail -> assertFalse(mail.toString().contains(LOU)));
    assertFalse(TABLES.items("Pairs").toString().contains(LOU));
  }

  @Test
  void a_colleague_who_goes_quietly_is_asked_no_more_and_nobody_is_told() {
    registered(ambassador("Lou"));
    life.entrust(WITH_ZOE, LOU);
    life.eraseQuietly(idOf(LOU));
    assertFalse(TABLES.items("Pairs").toString().contains(LOU));
    assertEquals(List.of("relais Ada"), told());
  }

  @Test
  void who_is_registered_as_a_student_alone_has_declined_too() {
    life.registered(student("Lou").person(named("Lou", "Petit", LOU)));
    life.entrust(WITH_ZOE, LOU);
    life.erase(RegistrationBuilder.id("Lou"));
    assertFalse(TABLES.items("Pairs").toString().contains(LOU));
    assertTrue(told().contains("relais-decline Ada"));
  }

  @Test
  void who_has_the_address_by_a_later_change_has_declined_too() {
    TABLES.put("Editions", EditionBuilder.edition().item());
    life.entrust(WITH_ZOE, LOU);
    life.typed(BOB, "nouveau_courriel", AttributeValue.fromS(LOU)).follow(BOB);
    assertEquals(LOU, life.person(BOB).person().address());
    life.erase(BOB);
    assertFalse(TABLES.items("Pairs").toString().contains(LOU));
    assertTrue(told().contains("relais-decline Ada"));
  }

  @Test
  void what_is_asked_of_another_address_stays_when_somebody_is_erased() {
    life.entrust(WITH_ZOE, LOU);
    life.entrust(WITH_YAN, "max@example.gouv.fr");
    life.registered(student("Lou").person(named("Lou", "Petit", LOU)));
    life.erase(RegistrationBuilder.id("Lou"));
    assertEquals(Optional.of("max@example.gouv.fr"), life.relay(WITH_YAN).address());
  }

  @Test
  void a_colleague_whom_a_relay_has_registered_can_be_erased_like_anybody() {
    life.entrust(WITH_ZOE, LOU);
    life.takeOver(life.relay(WITH_ZOE), form("Lou"));
    String second = next().id();
    life.eraseQuietly(idOf(LOU));
    life.eraseQuietly(ADA);
    life.eraseQuietly(ZOE);
    assertFalse(life.everything().toString().contains("Petit"));
    assertFalse(life.everything().toString().contains(LOU));
    assertFalse(life.pair(second).isOn());
  }

  @Test
  void a_proposal_of_days_goes_with_the_former_pair() {
    life.propose(ZOE, WITH_ZOE, "2026-11-26");
    life.entrust(WITH_ZOE, LOU);
    assertEquals(PairStatus.DATE_PROPOSEE, life.pair(WITH_ZOE).status());
    life.takeOver(life.relay(WITH_ZOE), form("Lou"));
    assertEquals(PairStatus.FORME, next().status());
    assertEquals(LocalDate.parse("2026-11-24"), next().date());
    assertEquals(List.of(), next().state().proposed());
  }

  @Test
  void the_request_outlives_another_day_that_the_two_agree_on() {
    life.entrust(WITH_ZOE, LOU);
    Relay relay = life.relay(WITH_ZOE);
    life.propose(ZOE, WITH_ZOE, "2026-11-26");
    life.accept(ADA, WITH_ZOE, "2026-11-26");
    TakingOver.Open open = (TakingOver.Open) life.asked(relay);
    assertEquals(LocalDate.parse("2026-11-26"), open.pair().date());
  }
}
