package fr.vismonjob.function;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.QuotaUsedUp;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.edition.EditionKeyTable;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.edition.InvalidEdition;
import fr.vismonjob.json.Json;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.ErasureRefused;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Each step on its own, with the sample event that {@code sam local invoke} takes as well. */
final class WorkflowStepsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private static final String FOLDER = "passages/2026/2026-11-10/3f1c7a52";
  private static final String ADA = RegistrationBuilder.id("Ada");
  private static final String ZOE = RegistrationBuilder.id("Zoe");

  private final Post post;
  private LocalWorkflows workflows;

  WorkflowStepsTest() {
    post = Post.of(TABLES, ses.client());
    workflows =
        new LocalWorkflows(TABLES, TABLES.client(), ses.client(), InstantSource.fixed(Post.NOW));
  }

  @BeforeEach
  void an_edition() {
    post.edition(EditionBuilder.edition().organisers("a@example.gouv.fr", "b@example.gouv.fr"));
  }

  private Map<String, Object> call(String function, String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    workflows
        .function(function)
        .handleRequest(
            new ByteArrayInputStream(Files.readAllBytes(Path.of("../events", event))),
            answer,
            new TestContext(600_000));
    return Json.readObject(answer.toByteArray());
  }

  private static String status(String mail) {
    return TABLES.items("Mails").stream()
        .filter(item -> mail.equals(text(item, "envoi")))
        .map(item -> text(item, "statut"))
        .findAny()
        .orElse("");
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return item.getOrDefault(name, AttributeValue.fromS("")).s();
  }

  @Test
  void due_tells_what_the_day_asks_for() throws IOException {
    Map<String, Object> due = call("DueFunction", "due.json");
    assertEquals("2026/2026-11-10", due.get("passage"));
    assertEquals(FOLDER, due.get("dossier"));
    assertEquals(true, due.get("appariement"));
    assertEquals(false, due.get("jour_passe"));
    assertEquals(false, due.get("effacement"));
  }

  @Test
  void editions_lists_those_whose_data_is_kept_even_one_that_cannot_be_used() throws IOException {
    post.edition(EditionBuilder.edition("2025"));
    new EditionProgressTable(TABLES.client(), "Editions")
        .noteErased("2025", LocalDate.parse("2026-03-01"));
    TABLES.put("Editions", EditionBuilder.edition("2027").item("jour", "bientôt"));
    assertEquals(
        Map.of(
            "jours",
            List.of(
                Map.of("edition", "2026", "today", "2026-11-10"),
                Map.of("edition", "2027", "today", "2026-11-10"))),
        call("EditionsFunction", "editions.json"));
  }

  @Test
  void the_morning_check_counts_the_editions_whose_day_is_not_completed() throws IOException {
    post.edition(EditionBuilder.edition("2025"));
    new EditionProgressTable(TABLES.client(), "Editions")
        .noteErased("2025", LocalDate.parse("2026-03-01"));
    TABLES.put("Editions", Map.of("edition", AttributeValue.fromS("draft")));
    assertEquals(Map.of("en_retard", 1), call("MorningCheckFunction", "morning-check.json"));
    TABLES.put("Editions", EditionBuilder.edition().item("traite_jusqu_au", "2026-11-09"));
    assertEquals(Map.of("en_retard", 1), call("MorningCheckFunction", "morning-check.json"));
    TABLES.put("Editions", EditionBuilder.edition().item("traite_jusqu_au", "2026-11-10"));
    assertEquals(Map.of("en_retard", 0), call("MorningCheckFunction", "morning-check.json"));
  }

  @Test
  void due_asks_for_erasure_once_the_data_was_kept_long_enough_and_until_it_is_gone()
      throws IOException {
    post.edition(
        EditionBuilder.edition()
            .day("2026-05-12")
            .registration("2026-03-01", "2026-05-01")
            .matching("2026-05-02", "2026-05-10"));
    assertEquals(true, call("DueFunction", "due.json").get("effacement"));
    new EditionProgressTable(TABLES.client(), "Editions")
        .noteErased("2026", LocalDate.parse("2026-11-10"));
    assertEquals(false, call("DueFunction", "due.json").get("effacement"));
  }

  @Test
  void due_finds_nothing_to_do_on_a_day_before_one_that_was_lived_through() throws IOException {
    TABLES.put("Editions", EditionBuilder.edition().item("traite_jusqu_au", "2026-11-11"));
    Map<String, Object> due = call("DueFunction", "due.json");
    assertEquals(true, due.get("jour_passe"));
    assertEquals(false, due.get("appariement"));
  }

  @Test
  void due_refuses_an_edition_with_a_value_that_cannot_be_used() {
    TABLES.put("Editions", EditionBuilder.edition().brokenItem());
    InvalidEdition refusal =
        assertThrows(InvalidEdition.class, () -> call("DueFunction", "due.json"));
    assertTrue(String.valueOf(refusal.getMessage()).contains("« jour »"));
  }

  @Test
  void snapshot_and_solve_leave_pairs_to_record_and_files_to_replay_the_run_with()
      throws IOException {
    post.registered(ambassador("Ada"), student("Zoe"), student("Yan").status(Status.RETIREE));
    assertEquals(
        Map.of("fichier", FOLDER + "/vivier-0.json", "personnes", 2, "a_corriger", List.of()),
        call("SnapshotFunction", "snapshot.json"));
    Map<String, Object> solved = call("SolveFunction", "solve.json");
    assertEquals(1, solved.get("binomes_decides"));
    assertEquals(1, solved.get("binomes_lots"));
    assertEquals(0, solved.get("restes_lots"));
    for (String name : List.of("students.csv", "ambassadors.csv", "blocked.csv", "replay.json")) {
      assertTrue(workflows.files().containsKey(FOLDER + "/" + name), name);
    }
    String everything = String.join("\n", workflows.files().values());
    for (String personal : List.of("Ada", "Zoe", "Martin", "@")) {
      assertFalse(everything.contains(personal), personal + " is in the run's files");
    }
  }

  @Test
  void record_pairs_writes_the_batch_once() throws IOException {
    post.registered(ambassador("Ada"), student("Zoe"));
    assertEquals(
        Map.of("formes", 1, "proposes", 0, "ecartes", 0),
        call("RecordPairsFunction", "record-pairs.json"));
    assertEquals(
        Map.of("formes", 1, "proposes", 0, "ecartes", 0),
        call("RecordPairsFunction", "record-pairs.json"));
    assertEquals(1, TABLES.items("Pairs").size());
    assertEquals(2, TABLES.items("Mails").size());
  }

  @Test
  void record_pairs_counts_those_that_could_not_be_made_any_more() throws IOException {
    post.registered(ambassador("Ada"), student("Zoe").status(Status.RETIREE));
    assertEquals(
        Map.of("formes", 0, "proposes", 0, "ecartes", 1),
        call("RecordPairsFunction", "record-pairs.json"));
  }

  @Test
  void tell_left_over_queues_the_news_once() throws IOException {
    post.registered(student("Zoe"));
    assertEquals(Map.of("prevenus", 1), call("TellLeftOverFunction", "tell-left-over.json"));
    assertEquals(Map.of("prevenus", 0), call("TellLeftOverFunction", "tell-left-over.json"));
    assertEquals(
        "Avec un rayon élargi de 12\u00a0km, 2 possibilités s’ouvriraient à vous.",
        TABLES.mailDetails("sans-binome/" + ZOE + "/1").get("conseil"));
    assertEquals(
        Optional.of("personne à proposer dans le rayon"),
        TABLES.registrations().find(ZOE).orElseThrow().unpairedBecause());
  }

  @Test
  void follow_marks_calls_off_what_organisers_have_marked() throws IOException {
    post.registered(
        ambassador("Ada").pairedWith("p1", "Zoe Martin"),
        student("Zoe").pairedWith("p1", "Ada Martin"));
    Map<String, AttributeValue> pair =
        new HashMap<>(
            PairBuilder.pair("p1", ambassador("Ada").build(), student("Zoe").build()).item());
    TABLES.put("Pairs", pair);
    assertEquals(
        Map.of("annules", 0, "a_corriger", List.of()),
        call("FollowMarksFunction", "follow-marks.json"));
    pair.put("a_annuler", AttributeValue.fromBool(true));
    TABLES.put("Pairs", pair);
    assertEquals(
        Map.of("annules", 1, "a_corriger", List.of()),
        call("FollowMarksFunction", "follow-marks.json"));
    assertEquals(
        Map.of("annules", 0, "a_corriger", List.of()),
        call("FollowMarksFunction", "follow-marks.json"));
    assertEquals("A_ENVOYER", status("binome-annule/" + ZOE + "/p1-1"));
  }

  @Test
  void campaign_reminds_both_of_a_pair_the_day_before() throws IOException {
    Registration ada = ambassador("Ada").pairedWith("p1", "Zoe Martin").build();
    post.registered(
        ambassador("Ada").pairedWith("p1", "Zoe Martin"),
        student("Zoe").pairedWith("p1", "Ada Martin"),
        student("Yan"));
    TABLES.put("Pairs", PairBuilder.pair("p1", ada, student("Zoe").build()).item());
    assertEquals(
        Map.of("envois", 3, "a_corriger", List.of()), call("CampaignFunction", "campaign.json"));
    assertEquals(
        Map.of("envois", 0, "a_corriger", List.of()), call("CampaignFunction", "campaign.json"));
    assertEquals("A_ENVOYER", status("rappel-j1/" + ADA + "/p1/2026-11-24"));
    assertEquals("A_ENVOYER", status("rappel-j1/" + ZOE + "/p1/2026-11-24"));
    assertEquals("A_ENVOYER", status("fin-sans-binome/" + RegistrationBuilder.id("Yan") + "/1"));
  }

  @Test
  void campaign_reminds_of_a_coaching_seat_the_day_before() throws IOException {
    post.registered(ambassador("Ada").seat("s1", 1), ambassador("Bob"));
    TABLES.put(
        "CoachingSlots",
        Item.empty()
            .put("seance", "s1")
            .put("edition", "2026")
            .put("debut", "2026-11-24T10:00:00+01:00")
            .put("fin", "2026-11-24T11:00:00+01:00")
            .put("places", 10)
            .put("places_restantes", 9)
            .put("inscrits", List.of(ADA))
            .attributes());
    call("CampaignFunction", "campaign.json");
    assertEquals("A_ENVOYER", status("rappel-seance/" + ADA + "/1-s1"));
    assertEquals("", status("rappel-seance/" + RegistrationBuilder.id("Bob") + "/1-s1"));
  }

  @Test
  void collect_mails_takes_campaigns_and_what_the_stream_left_behind() throws IOException {
    String old = post.queue(MailKind.CONFIRMED, ZOE); // half a minute before now
    call("TellLeftOverFunction", "tell-left-over.json");
    assertEquals(1, call("CollectMailsFunction", "collect-mails.json").get("envois_lots"));
    String now = Optional.ofNullable(workflows.files().get(FOLDER + "/envois.json")).orElseThrow();
    assertEquals("[{\"envois\":[\"sans-binome/" + ZOE + "/1\"]}]", now);

    workflows =
        new LocalWorkflows(
            TABLES,
            TABLES.client(),
            ses.client(),
            InstantSource.fixed(Post.NOW.plusSeconds(11 * 60)));
    call("CollectMailsFunction", "collect-mails.json");
    String later =
        Optional.ofNullable(workflows.files().get(FOLDER + "/envois.json")).orElseThrow();
    assertTrue(later.contains(old), later);
  }

  @Test
  void collect_mails_tells_how_fast_they_may_leave() throws IOException {
    ses.allow(14, 50_000);
    assertEquals(
        Map.of(
            "envois_fichier",
            FOLDER + "/envois.json",
            "envois_lots",
            0,
            "par_seconde",
            11,
            "echecs",
            0),
        call("CollectMailsFunction", "collect-mails.json"));
  }

  @ParameterizedTest
  @EnumSource(
      value = SesServer.Behaviour.class,
      names = {"THROTTLE", "BREAK_DOWN", "HANG_UP"})
  void collect_mails_fails_while_ses_does_not_tell_its_quota(SesServer.Behaviour behaviour)
      throws IOException {
    ses.nextQuota(behaviour);
    assertThrows(SdkException.class, () -> call("CollectMailsFunction", "collect-mails.json"));
    assertEquals(0, call("CollectMailsFunction", "collect-mails.json").get("envois_lots"));
  }

  @Test
  void collect_mails_leaves_waiting_what_the_quota_of_24_hours_does_not_allow() throws IOException {
    post.registered(student("Zoe"));
    call("TellLeftOverFunction", "tell-left-over.json");
    ses.allow(14, 1);
    QuotaUsedUp refusal =
        assertThrows(QuotaUsedUp.class, () -> call("CollectMailsFunction", "collect-mails.json"));
    assertTrue(String.valueOf(refusal.getMessage()).contains("en attente : 1."));
    assertEquals(
        List.of("LeftOver[]=1", "MailsWaiting[]=1", "MailQuotaLeft[]=0"), workflows.counted());
    assertEquals("A_ENVOYER", status("sans-binome/" + ZOE + "/1"));
    assertEquals(List.of(), ses.received());
  }

  @Test
  void report_counts_the_edition_and_goes_once_to_each_organiser() throws IOException {
    post.registered(
        ambassador("Ada").pairedWith("p1", "Zoe Martin"),
        student("Zoe").pairedWith("p1", "Ada Martin"),
        student("Yan").neverWith("Personne"),
        student("Lou").status(Status.A_CONFIRMER));
    workflows
        .files()
        .put(
            FOLDER + "/recrutement.json",
            "{\"binomes\": 33, \"restes\": 1, \"manques\": [{\"metier\": \"Données\", \"lieu\":"
                + " \"Lyon (Rhône)\", \"places\": 1}]}");
    call("ReportFunction", "report.json");
    Map<String, Object> figures = call("ReportFunction", "report.json");
    assertTrue(
        workflows
            .file("rapports/2026/2026-11-10/3f1c7a52/recrutement.csv")
            .contains("Données, Lyon (Rhône);1"));
    assertEquals(0, figures.get("binomes_formes"), "no table holds those of the event");
    assertEquals(1, figures.get("binomes_ecartes"));
    assertEquals(2, figures.get("etudiants"));
    assertEquals(1, figures.get("etudiants_sans_binome"));
    assertEquals(1, figures.get("a_confirmer"));
    assertEquals(1, figures.get("cles_inconnues"));
    assertEquals("A_ENVOYER", status("rapport/2026/2026-11-10/0"));
    assertEquals("A_ENVOYER", status("rapport/2026/2026-11-10/1"));
    assertEquals(2, TABLES.items("Mails").size());
    assertTrue(workflows.files().containsKey(FOLDER + "/bilan.json"));
    assertEquals("rapports/2026/2026-11-10/3f1c7a52/rapport.html", figures.get("rapport"));
    assertTrue(workflows.files().containsKey("rapports/2026/2026-11-10/3f1c7a52/rapport.html"));
    assertTrue(workflows.files().containsKey("rapports/2026/2026-11-10/3f1c7a52/metiers.csv"));
    assertTrue(workflows.files().containsKey("rapports/2026/2026-11-10/3f1c7a52/binomes.csv"));
    assertFalse(
        workflows.file("rapports/2026/2026-11-10/3f1c7a52/rapport.html").contains("binomes.csv"));
    assertEquals("CAMPAGNE", departure("rapport/2026/2026-11-10/0"));
  }

  @Test
  void report_on_demand_counts_the_current_edition_and_leaves_at_once() throws IOException {
    Map<String, Object> figures = call("ReportFunction", "report-on-demand.json");
    assertEquals("rapports/2026/2026-11-10/request/rapport.html", figures.get("rapport"));
    String mail = "rapport/2026/demande-request/0";
    assertEquals("IMMEDIAT", departure(mail));
    assertEquals(SendResult.SENT, post.sender().send(mail));
  }

  private static String departure(String mail) {
    return TABLES.items("Mails").stream()
        .filter(item -> mail.equals(text(item, "envoi")))
        .map(item -> text(item, "depart"))
        .findAny()
        .orElse("");
  }

  @Test
  void erase_leaves_nobody_destroys_the_key_of_ids_and_notes_it() throws IOException {
    post.registered(ambassador("Ada"), student("Zoe"));
    new EditionKeyTable(TABLES.client(), "MailAllowances").of("2026");
    new EditionKeyTable(TABLES.client(), "MailAllowances").of("2027");
    assertEquals(
        Map.of("fini", true, "a_corriger", List.of()), call("EraseFunction", "erase.json"));
    assertEquals(List.of(), TABLES.items("Registrations"));
    assertTrue(new EditionProgressTable(TABLES.client(), "Editions").isErased("2026"));
    assertEquals(List.of(), TABLES.items("Mails"), "nobody is mailed");
    assertEquals(
        List.of("edition/2027"),
        TABLES.items("MailAllowances").stream().map(item -> text(item, "destinataire")).toList());
  }

  @Test
  void erase_refuses_while_somebody_has_a_day_to_come() {
    post.registered(ambassador("Ada"), student("Zoe").dates("2027-11-24"));
    assertThrows(ErasureRefused.class, () -> call("EraseFunction", "erase.json"));
    assertEquals(2, TABLES.items("Registrations").size());
  }
}
