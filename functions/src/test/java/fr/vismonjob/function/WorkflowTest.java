package fr.vismonjob.function;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.named;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.FailingClient;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailStatus;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import fr.vismonjob.workflow.PresentDay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whole days, from the state machines' definitions down to what reaches the mail service. */
final class WorkflowTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private final Post post = Post.of(TABLES, ses.client());

  @BeforeEach
  void an_edition() {
    post.edition(EditionBuilder.edition().organisers("a@example.gouv.fr"));
  }

  private LocalWorkflows workflows() {
    return workflows(TABLES.client());
  }

  private LocalWorkflows anHourLater() {
    return new LocalWorkflows(
        TABLES,
        TABLES.client(),
        ses.client(),
        InstantSource.fixed(Post.NOW.plus(Duration.ofHours(1))));
  }

  private LocalWorkflows workflows(DynamoDbClient client) {
    return new LocalWorkflows(TABLES, client, ses.client(), InstantSource.fixed(Post.NOW));
  }

  /** What reached the mail service, as kinds. */
  private List<String> sent() {
    return TABLES.items("Mails").stream()
        .filter(mail -> text(mail, "statut").equals("ENVOYE"))
        .map(mail -> text(mail, "modele"))
        .sorted()
        .toList();
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElse("");
  }

  private static Set<String> state() {
    return List.of("Registrations", "Pairs", "Mails", "Editions").stream()
        .flatMap(table -> TABLES.items(table).stream())
        .map(item -> new java.util.TreeMap<>(item).toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void a_matching_day_pairs_and_tells_everybody_once() {
    post.registered(
        ambassador("Ada"), ambassador("Bob").job("securite", "Sécurité"), student("Zoe"));
    workflows().daily("2026-11-10");
    assertEquals(1, TABLES.items("Pairs").size());
    assertEquals(List.of("binome", "binome", "rapport", "sans-binome"), sent());
    assertEquals(4, ses.received().size());

    Set<String> before = state();
    workflows().daily("2026-11-10");
    workflows().matching("2026-11-10");
    assertEquals(before, state(), "the same day again");
    workflows().daily("2026-11-09");
    assertEquals(before, state(), "an earlier day");
    assertEquals(4, ses.received().size());
  }

  /** The check at nine looks at what is noted: it must see that reminders have not left. */
  @Test
  void a_matching_day_is_noted_when_nothing_is_left_to_do() {
    LocalDate day = LocalDate.parse("2026-11-10");
    Set<Optional<LocalDate>> noted = new HashSet<>();
    DynamoDbClient watched =
        TappedClient.before(TABLES.client(), () -> noted.add(handledUntil())).client();
    workflows(watched).daily(day.toString());
    assertEquals(Set.of(Optional.empty()), noted, "before each call of the day");
    assertEquals(Optional.of(day), handledUntil());
  }

  @Test
  void a_matching_started_by_hand_closes_earlier_days() {
    workflows().matching("2026-11-10");
    assertEquals(Optional.of(LocalDate.parse("2026-11-10")), handledUntil());
  }

  @Test
  void a_later_day_that_was_lived_through_meanwhile_stays_noted() {
    TappedClient counting = TappedClient.counting(TABLES.client());
    workflows(counting.client()).daily("2026-11-09");
    Map<String, AttributeValue> later =
        EditionBuilder.edition().item("traite_jusqu_au", "2026-11-12");
    DynamoDbClient interrupted =
        TappedClient.interrupted(
                TABLES.client(), counting.calls(), () -> TABLES.put("Editions", later))
            .client();
    workflows(interrupted).daily("2026-11-10");
    assertEquals(Optional.of(LocalDate.parse("2026-11-12")), handledUntil());
  }

  @Test
  void who_has_not_confirmed_for_a_month_is_forgotten_without_a_word() {
    post.registered(
        student("Zoe").status(Status.A_CONFIRMER).registeredAt("2026-10-11T21:59:00Z"),
        student("Yan").status(Status.A_CONFIRMER).registeredAt("2026-10-11T22:01:00Z"),
        student("Xam").registeredAt("2026-09-01T08:00:00Z"));
    TABLES.put("Registrations", student("Wil").edition("2025").status(Status.A_CONFIRMER).item());
    Map<String, AttributeValue> unreadable =
        new HashMap<>(student("Vic").status(Status.A_CONFIRMER).item());
    unreadable.put("dates", AttributeValue.fromS("lundi"));
    TABLES.put("Registrations", unreadable);

    workflows().daily("2026-11-09");
    assertEquals(Set.of("Zoe", "Yan", "Xam", "Wil", "Vic"), firstNames());
    workflows().daily("2026-11-10");
    assertEquals(Set.of("Yan", "Xam", "Wil", "Vic"), firstNames());
    workflows().daily("2026-11-11");
    assertEquals(Set.of("Xam", "Wil", "Vic"), firstNames());
    assertFalse(sent().contains("efface"));
  }

  private static Set<String> firstNames() {
    return TABLES.items("Registrations").stream()
        .map(person -> text(person, "prenom"))
        .collect(Collectors.toSet());
  }

  private static Optional<LocalDate> handledUntil() {
    return new EditionProgressTable(TABLES.client(), "Editions").handledUntil("2026");
  }

  @Test
  void two_whom_organisers_keep_apart_are_not_paired_whoever_of_them_it_is_written_at() {
    post.registered(ambassador("Ada").neverWith("Zoe"), student("Zoe"));
    post.registered(ambassador("Bob").job("securite", "Sécurité"));
    post.registered(student("Yan").job("securite", "Sécurité").neverWith("Bob"));
    workflows().daily("2026-11-10");
    assertEquals(0, TABLES.items("Pairs").size());
    post.registered(ambassador("Cyd"));
    workflows().daily("2026-11-11");
    assertEquals(
        List.of("Cyd Martin"),
        TABLES.items("Pairs").stream().map(pair -> text(pair, "ambassadeur")).toList());
  }

  /** Each role has an id of its own, so only the address tells. */
  @Test
  void somebody_in_both_roles_is_not_paired_with_themself() {
    Person self = named("Ada", "Martin", "ada@example.gouv.fr");
    post.registered(ambassador("Ada").person(self), student("Ada-bis").person(self));
    workflows().daily("2026-11-10");
    assertEquals(0, TABLES.items("Pairs").size());
    post.registered(student("Zoe"));
    workflows().daily("2026-11-11");
    assertEquals(
        List.of("Zoe Martin"),
        TABLES.items("Pairs").stream().map(pair -> text(pair, "etudiant")).toList());
  }

  @Test
  void a_pair_that_organisers_have_marked_is_off_before_others_are_made_the_same_day() {
    post.registered(ambassador("Ada"), student("Zoe"));
    workflows().daily("2026-11-10");
    Map<String, AttributeValue> pair = new java.util.HashMap<>(TABLES.items("Pairs").getFirst());
    pair.put("a_annuler", AttributeValue.fromS("oui"));
    TABLES.put("Pairs", pair);
    post.registered(ambassador("Bob"));
    workflows().daily("2026-11-11");
    assertEquals(
        Map.of("Ada Martin", "ANNULE", "Bob Martin", "FORME"),
        TABLES.items("Pairs").stream()
            .collect(
                Collectors.toMap(each -> text(each, "ambassadeur"), each -> text(each, "statut"))));
    Set<String> before = state();
    workflows().daily("2026-11-11");
    assertEquals(before, state());
  }

  @Test
  void a_matching_day_is_counted_and_a_trial_counts_no_pair_and_nobody_left_over() {
    post.registered(
        ambassador("Ada"), ambassador("Bob").job("securite", "Sécurité"), student("Zoe"));
    LocalWorkflows trial = workflows();
    trial.daily("2026-10-30");
    assertEquals(
        List.of("MatchingTime[]=0", "MailsWaiting[]=1", "Mails[SENT,WORKFLOW]=1"),
        once(trial.counted()));
    LocalWorkflows run = workflows();
    run.daily("2026-11-10");
    assertEquals(
        List.of(
            "MatchingTime[]=0",
            "LeftOver[]=1",
            "PairsMade[]=1",
            "MailsWaiting[]=4",
            "Mails[SENT,WORKFLOW]=4"),
        once(run.counted()));
  }

  /** Without the last round of sending, which finds nothing. */
  private static List<String> once(List<String> counted) {
    return counted.stream().filter(line -> !line.equals("MailsWaiting[]=0")).toList();
  }

  @Test
  void a_trial_before_the_first_pairs_advises_and_tells_where_to_recruit_and_records_nothing() {
    post.registered(
        ambassador("Ada").capacity(2),
        student("Zoe"),
        student("Yan").job("securite", "Sécurité"),
        student("Kim").place("Nouméa", "988", "Nouvelle-Calédonie", -22.2, 166.4));
    workflows().daily("2026-10-30");
    assertEquals(List.of(), TABLES.items("Pairs"));
    assertEquals(List.of("elargir", "recrutement"), sent());
    Map<String, AttributeValue> advice = mail("elargir");
    assertTrue(text(advice, "inscription").equals(RegistrationBuilder.id("Yan")));
    assertEquals("1", text(mail("recrutement"), "essai_binomes"));
    assertEquals("2", text(mail("recrutement"), "essai_restes"));
    assertTrue(text(mail("recrutement"), "manques").contains("Nouméa"));
    assertTrue(
        TABLES.items("Registrations").stream().noneMatch(each -> each.containsKey("sans_binome")));

    Set<String> before = state();
    workflows().daily("2026-10-30");
    assertEquals(before, state(), "the same day again");
    workflows().daily("2026-10-31");
    assertEquals(2, ses.received().size(), "each once");
    workflows().daily("2026-11-03");
    assertEquals(1, TABLES.items("Pairs").size());
  }

  private Map<String, AttributeValue> mail(String kind) {
    return TABLES.items("Mails").stream()
        .filter(each -> text(each, "modele").equals(kind))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_later_day_pairs_who_came_since_and_reports_again() {
    post.registered(student("Zoe"));
    workflows().daily("2026-11-10");
    post.registered(ambassador("Ada"));
    workflows().daily("2026-11-11");
    assertEquals(List.of("binome", "binome", "rapport", "rapport", "sans-binome"), sent());
  }

  @Test
  void a_day_without_matching_still_sends_what_is_due() {
    RegistrationBuilder zoe =
        student("Zoe").status(Status.A_CONFIRMER).registeredAt("2026-10-20T08:00:00Z");
    post.registered(zoe);
    workflows().daily("2026-10-23");
    workflows().daily("2026-10-24");
    assertEquals(List.of("relance"), sent());
  }

  @Test
  void a_pair_outside_a_window_made_smaller_since_is_still_reminded_and_asked() {
    RegistrationBuilder ada = ambassador("Ada").pairedWith("p1", "Zoe Martin");
    RegistrationBuilder zoe = student("Zoe").pairedWith("p1", "Ada Martin");
    post.registered(ada, zoe);
    TABLES.put("Pairs", PairBuilder.pair("p1", ada.build(), zoe.build()).date("2026-12-08").item());
    Map<String, AttributeValue> edition = new java.util.HashMap<>(EditionBuilder.edition().item());
    edition.put("fenetre_jours", AttributeValue.fromN("0"));
    TABLES.put("Editions", edition);
    for (String day : List.of("2026-12-01", "2026-12-07", "2026-12-09")) {
      workflows().daily(day);
    }
    assertEquals(
        List.of("avis", "avis", "rappel-j1", "rappel-j1", "rappel-j7", "rappel-j7"), sent());
  }

  @Test
  void a_reminder_left_waiting_until_its_day_has_passed_is_not_sent() {
    RegistrationBuilder ada = ambassador("Ada").pairedWith("p1", "Zoe Martin");
    RegistrationBuilder zoe = student("Zoe").pairedWith("p1", "Ada Martin");
    post.registered(ada, zoe);
    TABLES.put("Pairs", PairBuilder.pair("p1", ada.build(), zoe.build()).item());
    DynamoDbClient failing = FailingClient.onCall(TABLES.client(), 1, "queryPaginator").client();
    assertThrows(Machine.Failed.class, () -> workflows(failing).daily("2026-11-23"));
    workflows().daily("2026-11-24");
    assertEquals(List.of(), sent());
    assertEquals(
        List.of("SANS_OBJET", "SANS_OBJET"),
        TABLES.items("Mails").stream()
            .filter(mail -> text(mail, "modele").equals("rappel-j1"))
            .map(mail -> text(mail, "statut"))
            .toList());
  }

  private void nextEdition() {
    post.edition(
        EditionBuilder.edition("2027")
            .day("2027-11-23")
            .registration("2027-09-01", "2027-11-12")
            .matching("2027-11-02", "2027-11-15"));
  }

  @Test
  void the_schedule_lives_through_the_day_of_an_edition_though_the_next_is_there_already() {
    nextEdition();
    post.registered(ambassador("Ada"), student("Zoe"));
    workflows().schedule(Map.of("scheduled", "2026-11-10T06:00:00Z"));
    workflows().schedule(Map.of("scheduled", "2026-11-25T06:00:00Z"));
    assertEquals(List.of("avis", "avis", "binome", "binome", "rapport", "rapport"), sent());
    for (String edition : List.of("2026", "2027")) {
      assertEquals(
          Optional.of(LocalDate.parse("2026-11-25")),
          new EditionProgressTable(TABLES.client(), "Editions").handledUntil(edition));
    }
  }

  @Test
  void the_data_of_an_edition_goes_on_its_day_though_another_is_current() {
    nextEdition();
    post.registered(ambassador("Ada"), student("Zoe"));
    workflows().schedule(Map.of("scheduled", "2027-02-22T06:00:00Z"));
    assertEquals(List.of(), TABLES.items("Registrations"));
    assertTrue(new EditionProgressTable(TABLES.client(), "Editions").isErased("2026"));
    Set<String> before = state();
    workflows().schedule(Map.of("scheduled", "2027-02-22T06:00:00Z"));
    assertEquals(before, state());
  }

  @Test
  void once_every_edition_is_erased_a_morning_has_nothing_to_do() {
    new EditionProgressTable(TABLES.client(), "Editions")
        .noteErased("2026", LocalDate.parse("2027-02-22"));
    Set<String> before = state();
    workflows().schedule(Map.of("scheduled", "2027-02-23T06:00:00Z"));
    assertEquals(before, state());
  }

  @Test
  void an_edition_that_cannot_be_used_holds_up_no_other_and_the_morning_names_it() {
    TABLES.put("Editions", EditionBuilder.edition("2025").item("graine", "hasard"));
    post.registered(ambassador("Ada"), student("Zoe"));
    Machine.Failed failed =
        assertThrows(
            Machine.Failed.class,
            () -> workflows().schedule(Map.of("scheduled", "2026-11-10T06:00:00Z")));
    assertTrue(failed.explanation().contains("\"2025\""), failed.explanation());
    assertTrue(failed.explanation().contains("« graine »"), failed.explanation());
    assertFalse(failed.explanation().contains("\"2026\""), failed.explanation());
    assertEquals(List.of("binome", "binome", "rapport"), sent());
  }

  @Test
  void a_schedule_that_tells_no_time_ends_failed_and_changes_nothing() {
    Set<String> before = state();
    Machine.Failed failed =
        assertThrows(Machine.Failed.class, () -> workflows().schedule(Map.of("scheduled", "tôt")));
    assertEquals("fr.vismonjob.workflow.WrongInput", failed.error());
    assertEquals(before, state());
  }

  @Test
  void a_wrong_input_ends_failed_with_a_cause_and_changes_nothing() {
    post.registered(ambassador("Ada"), student("Zoe"));
    Set<String> before = state();
    for (Object input :
        Arrays.<Object>asList(
            Map.of(),
            Map.of("edition", "2026"),
            Map.of("edition", "2026", "today", "demain"),
            Map.of("edition", "1999", "today", "2026-11-10"),
            List.of())) {
      Machine.Failed failed =
          assertThrows(Machine.Failed.class, () -> workflows().daily(input), input.toString());
      assertEquals("fr.vismonjob.workflow.WrongInput", failed.error());
      assertTrue(failed.explanation().endsWith("."), failed.explanation());
      assertEquals(before, state());
    }
  }

  private LocalWorkflows inProduction(String now) {
    return new LocalWorkflows(
        TABLES,
        TABLES.client(),
        ses.client(),
        new PresentDay(InstantSource.fixed(Instant.parse(now)), false));
  }

  @Test
  void a_day_that_has_not_come_in_Paris_is_refused_and_changes_nothing() {
    post.registered(ambassador("Ada"), student("Zoe"));
    Set<String> before = state();
    for (String today : List.of("2027-11-10", "2026-11-11")) {
      for (Consumer<LocalWorkflows> start :
          List.<Consumer<LocalWorkflows>>of(
              each -> each.daily(today), each -> each.matching(today))) {
        Machine.Failed failed =
            assertThrows(
                Machine.Failed.class, () -> start.accept(inProduction("2026-11-10T22:59:59Z")));
        assertEquals("fr.vismonjob.workflow.WrongInput", failed.error());
        assertTrue(failed.explanation().contains(today), failed.explanation());
        assertTrue(failed.explanation().contains("2026-11-10 à Paris"), failed.explanation());
      }
    }
    assertThrows(
        Machine.Failed.class,
        () ->
            inProduction("2026-11-10T06:00:30Z")
                .schedule(Map.of("scheduled", "2027-11-10T06:00:00Z")));
    assertEquals(before, state());

    inProduction("2026-11-10T23:00:00Z").daily("2026-11-11");
    assertEquals(List.of("binome", "binome", "rapport"), sent());
  }

  @Test
  void a_row_that_cannot_be_read_is_left_out_and_named_and_the_others_are_paired_and_mailed() {
    post.registered(ambassador("Ada"), student("Zoe"));
    Map<String, AttributeValue> bob = new HashMap<>(ambassador("Bob").item());
    bob.put("capacite", AttributeValue.fromS("beaucoup"));
    TABLES.put("Registrations", bob);
    TABLES.put(
        "CoachingSlots",
        Item.empty()
            .put("seance", "s1")
            .put("edition", "2026")
            .put("debut", "2026-11-16 10:00")
            .put("fin", "2026-11-16T11:00")
            .put("places", 10)
            .attributes());
    Map<String, AttributeValue> old =
        new HashMap<>(
            PairBuilder.pair("p9", ambassador("Cyd").build(), student("Yan").build()).item());
    old.put("date", AttributeValue.fromS("bientôt"));
    TABLES.put("Pairs", old);
    Item lost =
        Item.empty()
            .put("inscription", RegistrationBuilder.id("Zoe"))
            .put("cree_le", "2026-11-09T06:00:00Z")
            .put("statut", "ECHEC");
    TABLES.put(
        "Mails", Item.empty().putAll(lost).put("envoi", "m1").put("modele", "lettre").attributes());
    TABLES.put(
        "Mails",
        Item.empty()
            .putAll(lost)
            .put("envoi", "m2")
            .put("statut", "A_ENVOYER")
            .put("modele", "confirmee")
            .put("depart", true)
            .attributes());
    List<String> named =
        List.of(
            "inscription " + RegistrationBuilder.id("Bob") + ", capacite",
            "binome p9, date",
            "seance s1, debut",
            "envoi m1, modele");

    LocalWorkflows workflows = workflows();
    Map<?, ?> result = (Map<?, ?>) workflows.matching("2026-11-10");
    assertEquals(named, result.get("a_corriger"));
    assertEquals(List.of("binome", "binome", "rapport"), sent());
    String report = workflows.filesCalled("rapport.html").getFirst();
    named.forEach(row -> assertTrue(report.contains(row), row));
    assertEquals(1, workflows.filesCalled("a-corriger.csv").size());

    workflows.daily("2026-11-10");
    workflows.daily("2026-11-11");
    assertEquals(List.of("binome", "binome", "rapport", "rapport"), sent());
  }

  @Test
  void wishes_and_days_that_the_engine_does_not_take_hold_up_nobody_else() {
    post.registered(ambassador("Ada"), student("Zoe"), student("Yan"), student("Xam"));
    set("Zoe", "metiers_codes", "developpement", "developpement");
    set("Yan", "metiers_codes", "developpement", "donnees", "design", "support");
    set("Xam", "dates", "0000-11-24");

    Map<?, ?> result = (Map<?, ?>) workflows().matching("2026-11-10");
    assertEquals(
        Set.of(
            "inscription " + RegistrationBuilder.id("Yan") + ", metiers_codes",
            "inscription " + RegistrationBuilder.id("Xam") + ", dates"),
        Set.copyOf((List<?>) Optional.ofNullable(result.get("a_corriger")).orElseThrow()));
    assertEquals(
        RegistrationBuilder.id("Zoe"),
        text(TABLES.items("Pairs").getFirst(), "etudiant_inscription"));
  }

  private static void set(String who, String name, String... values) {
    TABLES
        .update("Registrations", RegistrationBuilder.id(who))
        .set(Item.empty().put(name, List.of(values)))
        .apply();
  }

  @Test
  void an_edition_is_erased_once_its_last_day_is_over_by_the_clock() {
    Map<String, AttributeValue> edition = new HashMap<>(EditionBuilder.edition().item());
    edition.put("conservation_jours", AttributeValue.fromN("8"));
    TABLES.put("Editions", edition);
    post.registered(ambassador("Ada"), student("Zoe"));
    inProduction("2026-12-08T06:00:00Z").daily("2026-12-08");
    assertEquals(2, TABLES.items("Registrations").size());
    inProduction("2026-12-09T06:00:00Z").daily("2026-12-09");
    assertEquals(0, TABLES.items("Registrations").size());
  }

  @Test
  void an_edition_with_a_wrong_value_ends_failed_naming_the_attribute() {
    TABLES.put("Editions", EditionBuilder.edition().brokenItem());
    Set<String> before = state();
    Machine.Failed failed =
        assertThrows(Machine.Failed.class, () -> workflows().daily("2026-11-10"));
    assertTrue(failed.explanation().contains("« jour »"), failed.explanation());
    assertEquals(before, state());
  }

  @Test
  void a_failed_matching_holds_up_no_reminder_and_the_day_ends_failed() {
    post.registered(ambassador("Ada"), student("Zoe"));
    workflows().daily("2026-11-14");
    DynamoDbClient failing =
        FailingClient.onCall(TABLES.client(), 1, "transactWriteItems").client();
    post.registered(ambassador("Bob"), student("Yan"));
    assertThrows(Machine.Failed.class, () -> workflows(failing).daily("2026-11-16"));
    workflows().daily("2026-11-17");
    assertTrue(sent().contains("rappel-j7"));
    assertTrue(sent().contains("fin-sans-binome"));
  }

  @Test
  void mails_that_the_service_does_not_take_now_are_sent_later_in_the_same_run() {
    post.registered(student("Zoe"));
    ses.next(SesServer.Behaviour.THROTTLE, SesServer.Behaviour.THROTTLE);
    workflows().daily("2026-11-10");
    assertEquals(List.of("rapport", "sans-binome"), sent());
  }

  @Test
  void mails_beyond_the_quota_of_24_hours_wait_and_go_once_there_is_room() {
    post.registered(student("Zoe"), student("Yan"), student("Xam"));
    ses.allow(14, 4);
    Machine.Failed failed =
        assertThrows(Machine.Failed.class, () -> workflows().daily("2026-11-10"));
    assertTrue(failed.explanation().contains("quota"), failed.explanation());
    assertEquals(3, sent().size());
    assertEquals(Set.of("ENVOYE", "A_ENVOYER"), statuses());

    ses.allow(14, 50_000);
    workflows().daily("2026-11-10");
    assertEquals(List.of("rapport", "sans-binome", "sans-binome", "sans-binome"), sent());
    assertEquals(4, ses.received().size());
  }

  private static Set<String> statuses() {
    return TABLES.items("Mails").stream()
        .map(mail -> text(mail, "statut"))
        .collect(Collectors.toSet());
  }

  @Test
  void mails_that_the_service_never_takes_are_recorded_as_failed_and_the_day_tells_how_many() {
    post.registered(student("Zoe"));
    SesServer.Behaviour[] always = new SesServer.Behaviour[20];
    Arrays.fill(always, SesServer.Behaviour.THROTTLE);
    ses.next(always);
    assertMailsFailed(2, () -> workflows().daily("2026-11-10"));
    assertEquals(List.of(), sent());
    assertEquals(Set.of("ECHEC"), statuses());
  }

  private static void assertMailsFailed(int count, Executable run) {
    Machine.Failed failed = assertThrows(Machine.Failed.class, run);
    assertEquals("MailsEnEchec", failed.error());
    assertTrue(failed.explanation().startsWith("Mails en échec : " + count + "."));
  }

  @Test
  void a_day_whose_mails_failed_is_lived_through_and_the_same_day_again_repeats_nothing() {
    post.registered(ambassador("Ada"), student("Zoe"), student("Yan").job("securite", "Sécurité"));
    ses.nextTo("yan@example.gouv.fr", SesServer.Behaviour.REJECT);
    ses.nextTo("a@example.gouv.fr", SesServer.Behaviour.REJECT);
    assertMailsFailed(2, () -> workflows().daily("2026-11-10"));
    assertEquals(List.of("binome", "binome"), sent());
    assertEquals(Optional.of(LocalDate.parse("2026-11-10")), handledUntil());

    Set<String> before = state();
    anHourLater().daily("2026-11-10");
    anHourLater().daily("2026-11-09");
    assertEquals(before, state());
    assertEquals(4, ses.received().size());
  }

  @Test
  void a_matching_or_mails_started_by_hand_tell_of_failed_mails_as_well() {
    post.registered(student("Zoe"));
    ses.nextTo("a@example.gouv.fr", SesServer.Behaviour.REJECT);
    assertMailsFailed(1, () -> workflows().matching("2026-11-10"));
    assertEquals(Optional.of(LocalDate.parse("2026-11-10")), handledUntil());

    post.queue(MailKind.CONFIRMED, RegistrationBuilder.id("Zoe"));
    ses.nextTo("zoe@example.gouv.fr", SesServer.Behaviour.REJECT);
    assertMailsFailed(1, () -> anHourLater().mailing("2026-11-10"));
  }

  @Test
  void while_ses_does_not_know_the_sender_all_mails_wait_and_the_cause_names_it() {
    post.registered(ambassador("Ada"), student("Zoe"));
    SesServer.Behaviour[] always = new SesServer.Behaviour[20];
    Arrays.fill(always, SesServer.Behaviour.NOT_VERIFIED);
    ses.next(always);
    Machine.Failed failed =
        assertThrows(Machine.Failed.class, () -> workflows().daily("2026-11-10"));
    assertTrue(
        failed.explanation().contains("« 2026 », « expediteur » vis-mon-job@numerique.gouv.fr"),
        failed.explanation());
    assertEquals(Set.of("A_ENVOYER"), statuses());
    assertEquals(2, ses.received().size(), "one for the matching, one for the day");
    assertEquals(Optional.empty(), handledUntil());
  }

  @Test
  void an_edition_whose_sender_ses_does_not_know_holds_up_no_other() {
    String toYan = mailOfNextEdition("unknown@example.org");
    post.registered(student("Zoe"));
    String toZoe = post.queue(MailKind.CONFIRMED, RegistrationBuilder.id("Zoe"));
    SesServer.Behaviour unknown = SesServer.Behaviour.NOT_VERIFIED;
    ses.nextTo("yan@example.gouv.fr", unknown, unknown);
    anHourLater().daily("2026-11-10");
    assertEquals(Optional.of(LocalDate.parse("2026-11-10")), handledUntil());
    assertEquals(MailStatus.ENVOYE, post.status(toZoe));
    assertEquals(MailStatus.A_ENVOYER, post.status(toYan));

    ses.nextTo("yan@example.gouv.fr", unknown);
    Machine.Failed failed =
        assertThrows(
            Machine.Failed.class,
            () -> anHourLater().mailing(Map.of("edition", "2027", "today", "2026-11-10")));
    assertEquals("SendingBlocked", failed.error());
    assertTrue(failed.explanation().contains("unknown@example.org"), failed.explanation());
  }

  @Test
  void an_edition_whose_sender_is_no_address_holds_up_no_other() {
    String toYan = mailOfNextEdition("vis-mon-job");
    post.registered(student("Zoe"));
    String toZoe = post.queue(MailKind.CONFIRMED, RegistrationBuilder.id("Zoe"));
    anHourLater().daily("2026-11-10");
    assertEquals(Optional.of(LocalDate.parse("2026-11-10")), handledUntil());
    assertEquals(MailStatus.ENVOYE, post.status(toZoe));
    assertEquals(MailStatus.A_ENVOYER, post.status(toYan));

    Map<String, Object> next = Map.of("edition", "2027", "today", "2026-11-10");
    Machine.Failed failed = assertThrows(Machine.Failed.class, () -> anHourLater().mailing(next));
    assertTrue(
        failed.explanation().contains("édition « 2027 », attribut « expediteur »"),
        failed.explanation());

    mailOfNextEdition("vis-mon-job@numerique.gouv.fr");
    anHourLater().mailing(next);
    assertEquals(MailStatus.ENVOYE, post.status(toYan));
  }

  /** A mail to Yan of another edition, which has this sender. */
  private String mailOfNextEdition(String sender) {
    TABLES.put(
        "Editions", EditionBuilder.edition("2027").day("2027-11-24").item("expediteur", sender));
    TABLES.put("Registrations", student("Yan").edition("2027").item());
    return post.queue(MailKind.CONFIRMED, RegistrationBuilder.id("Yan"));
  }

  @Test
  void the_mails_of_a_day_are_finished_alone_even_after_the_next_day() {
    post.registered(ambassador("Ada"), student("Zoe"));
    ses.next(SesServer.Behaviour.NOT_VERIFIED, SesServer.Behaviour.NOT_VERIFIED);
    assertThrows(Machine.Failed.class, () -> workflows().daily("2026-11-10"));
    TABLES.put(
        "Editions",
        EditionBuilder.edition()
            .organisers("a@example.gouv.fr")
            .item("traite_jusqu_au", "2026-11-11"));

    post.registered(ambassador("Bob"), student("Yan"));
    workflows().mailing("2026-11-10");
    assertEquals(List.of("binome", "binome", "rapport"), sent());
    assertEquals(1, TABLES.items("Pairs").size(), "no matching");
  }

  @Test
  void after_a_new_key_everybody_who_takes_part_or_has_to_confirm_gets_the_link_once() {
    post.registered(
        ambassador("Ada"),
        student("Zoe"),
        student("Yan").status(Status.A_CONFIRMER),
        student("Xam").status(Status.RETIREE));
    LocalWorkflows workflows = workflows();
    Map<String, Object> input =
        Map.of("edition", "2026", "today", "2026-10-20", "nouveaux_liens", true);
    workflows.mailing(input);
    workflows.mailing(input);
    workflows.mailing("2026-10-20");
    assertEquals(List.of("confirmation", "lien", "lien"), sent());
    assertEquals(
        Set.of("ada@example.gouv.fr", "zoe@example.gouv.fr", "yan@example.gouv.fr"),
        ses.received().stream().map(SesServer.Received::destination).collect(Collectors.toSet()));

    workflows.renewLinkKey();
    workflows.mailing(input);
    assertEquals(List.of("confirmation", "confirmation", "lien", "lien", "lien", "lien"), sent());
  }

  @Test
  void a_wish_for_links_that_is_neither_yes_nor_no_is_refused() {
    post.registered(student("Zoe"));
    Machine.Failed failed =
        assertThrows(
            Machine.Failed.class,
            () ->
                workflows()
                    .mailing(
                        Map.of("edition", "2026", "today", "2026-10-20", "nouveaux_liens", "oui")));
    assertTrue(failed.explanation().contains("nouveaux_liens"), failed.explanation());
    workflows().mailing(Map.of("edition", "2026", "today", "2026-10-20", "nouveaux_liens", false));
    assertEquals(List.of(), sent());
  }

  @Test
  void mails_started_for_an_earlier_day_do_not_remind_of_a_day_that_is_over() {
    RegistrationBuilder ada = ambassador("Ada").pairedWith("p1", "Zoe Martin");
    RegistrationBuilder zoe = student("Zoe").pairedWith("p1", "Ada Martin");
    post.registered(ada, zoe);
    TABLES.put("Pairs", PairBuilder.pair("p1", ada.build(), zoe.build()).item());
    ses.next(SesServer.Behaviour.NOT_VERIFIED);
    assertThrows(Machine.Failed.class, () -> workflows().daily("2026-11-23"));
    TABLES.put("Editions", EditionBuilder.edition().item("traite_jusqu_au", "2026-11-24"));
    workflows().mailing("2026-11-23");
    assertEquals(List.of(), sent());
    assertEquals(Set.of("SANS_OBJET"), statuses());
  }

  @Test
  void a_sender_that_ses_stops_knowing_midway_leaves_the_rest_waiting() {
    post.registered(ambassador("Ada"), student("Zoe"));
    SesServer.Behaviour[] always = new SesServer.Behaviour[20];
    Arrays.fill(always, SesServer.Behaviour.NOT_VERIFIED);
    ses.nextTo("zoe@example.gouv.fr", always);
    ses.nextTo("a@example.gouv.fr", always);
    assertThrows(Machine.Failed.class, () -> workflows().daily("2026-11-10"));
    assertEquals(Set.of("ENVOYE", "A_ENVOYER"), statuses());
  }
}
