package fr.vismonjob.function;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.ReceivedMail;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.pairing.PairId;
import fr.vismonjob.pairing.Withdrawing;
import fr.vismonjob.registration.Imposed;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Runs that propose pairs to the organisers, and publish them once they agree. */
final class AgreementTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private static final String DAY = "2026-11-10";
  private static final String NEXT = "2026-11-11";

  /** The day after the last matching day. */
  private static final String OVER = "2026-11-17";

  private static final String ADA_ZOE = pair("Ada", "Zoe");

  private final Post post = Post.of(TABLES, ses.client());

  @BeforeEach
  void an_edition_on_agreement() {
    post.edition(EditionBuilder.edition().organisers("a@example.gouv.fr").onAgreement());
    // Numbers of registrations are as long as the time of their making.
    post.registered(ambassador("Ada").number(1_796_000_000_000L), student("Zoe"));
    post.registered(student("Sam").job("design", "Design"));
  }

  private void day(String today) {
    workflows().daily(today);
  }

  private LocalWorkflows workflows() {
    return new LocalWorkflows(TABLES, TABLES.client(), ses.client(), InstantSource.fixed(Post.NOW));
  }

  private static String pair(String ambassador, String student) {
    return PairId.of(RegistrationBuilder.id(ambassador), RegistrationBuilder.id(student));
  }

  /** All rows of the pairs with their state, by key. */
  private static Map<String, String> pairs() {
    Map<String, String> states = new TreeMap<>();
    TABLES.items("Pairs").stream()
        .map(Item::of)
        .forEach(item -> states.put(item.required("binome"), item.required("statut")));
    return states;
  }

  private static String run(String pair) {
    return TABLES.row("Pairs", pair).required("passage");
  }

  private static Item edition() {
    return Item.of(TABLES.items("Editions").getFirst());
  }

  private static void set(String name, AttributeValue value) {
    TABLES.put(
        "Editions",
        Stream.of(edition().attributes())
            .map(TreeMap::new)
            .peek(item -> item.put(name, value))
            .findFirst()
            .orElseThrow());
  }

  private static void agree(String run) {
    set("accord", AttributeValue.fromS(run));
  }

  /** What was sent to people about having a partner, or none. */
  private static List<String> toPeople() {
    return TABLES.items("Mails").stream()
        .map(Item::of)
        .filter(mail -> mail.required("statut").equals("ENVOYE"))
        .map(mail -> mail.required("modele"))
        .filter(kind -> kind.contains("binome"))
        .sorted()
        .toList();
  }

  private static long asked() {
    return TABLES.items("Mails").stream()
        .map(Item::of)
        .filter(mail -> mail.required("modele").equals("proposition"))
        .count();
  }

  private static SortedSet<String> state(String... tables) {
    SortedSet<String> all = new TreeSet<>();
    for (String table : tables) {
      TABLES.items(table).forEach(item -> all.add(table + " " + new TreeMap<>(item)));
    }
    return all;
  }

  private static SortedSet<String> everything() {
    return state("Editions", "Registrations", "Pairs", "Mails");
  }

  @Test
  void a_run_proposes_and_nobody_but_the_organisers_hears_of_it() {
    SortedSet<String> people = state("Registrations");
    day(DAY);
    assertEquals(Map.of(ADA_ZOE, "PROPOSE"), pairs());
    assertEquals(people, state("Registrations"));
    assertEquals(List.of(), toPeople());
    assertEquals(1, asked());
    assertEquals(run(ADA_ZOE), edition().required("passage_propose"));
    assertTrue(
        ses.received().stream()
            .map(sent -> ReceivedMail.of(sent.message()))
            .anyMatch(mail -> mail.text().contains(run(ADA_ZOE))),
        "the mail has the value to copy");
  }

  @Test
  void the_same_day_again_repeats_nothing() {
    day(DAY);
    SortedSet<String> before = everything();
    day(DAY);
    workflows().matching(DAY);
    assertEquals(before, everything());
  }

  @Test
  void what_was_agreed_to_is_published_the_same_day_and_both_are_told_once() {
    day(DAY);
    String agreed = run(ADA_ZOE);
    agree(agreed);
    workflows().matching(DAY);
    assertEquals(Map.of(ADA_ZOE, "FORME"), pairs());
    assertEquals(agreed, run(ADA_ZOE));
    assertEquals(List.of("binome", "binome", "sans-binome"), toPeople());
    assertFalse(edition().has("accord"));
    Item row = Item.of(TABLES.items("Pairs").getFirst());
    assertTrue(row.has("forme_le"));
    assertFalse(row.has("ambassadeur_version") || row.has("etudiant_version"));
    SortedSet<String> before = everything();
    day(DAY);
    assertEquals(before, everything());
  }

  @Test
  void an_imposed_pair_is_proposed_first_and_stays_imposed_until_it_is_published() {
    RegistrationBuilder far = ambassador("Bob").place("Lyon", "69", "Rhône", 45.76, 4.84);
    post.registered(far.imposed("Zoe"));
    String imposed = pair("Bob", "Zoe");
    day(DAY);
    assertEquals("PROPOSE", pairs().get(imposed));
    assertEquals(List.of(RegistrationBuilder.id("Zoe")), registration("Bob").imposed().with());
    day("2026-11-11");
    assertEquals("PROPOSE", pairs().get(imposed), "proposed anew");
    agree(run(imposed));
    workflows().matching("2026-11-11");
    assertEquals("FORME", pairs().get(imposed));
    assertEquals(List.of(), registration("Bob").imposed().with());
    assertEquals(
        "Binôme choisi par l’équipe d’organisation.",
        TABLES.pairs().find(imposed).orElseThrow().origin().reasons().getFirst());
  }

  @Test
  void an_imposed_pair_whose_proposal_is_called_off_is_imposed_no_more_until_it_is_asked_anew() {
    post.registered(ambassador("Ada").imposed("Zoe"), student("Zoe").imposed("Ada"));
    day(DAY);
    Map<String, AttributeValue> marked = new HashMap<>(TABLES.items("Pairs").getFirst());
    marked.put("a_annuler", AttributeValue.fromS("oui"));
    TABLES.put("Pairs", marked);
    day("2026-11-11");
    assertEquals(Map.of(ADA_ZOE, "ANNULE"), pairs());
    assertEquals(Imposed.NOBODY, registration("Ada").imposed());
    assertEquals(Imposed.NOBODY, registration("Zoe").imposed());
    post.registered(ambassador("Ada").imposed("Zoe"));
    day("2026-11-12");
    assertEquals(2, pairs().size());
    assertTrue(pairs().containsValue("PROPOSE"));
  }

  /** What a hand changes in the console raises no revision. */
  @ParameterizedTest
  @CsvSource({
    "Zoe, metiers_codes, design",
    "Zoe, tout_metier, oui",
    "Zoe, administrations_codes, interieur",
    "Zoe, rayon_km, 20",
    "Zoe, dates, 2026-11-24 2026-11-25",
    "Ada, latitude, '48,9'",
    "Ada, metier_code, design"
  })
  void whose_wishes_a_hand_has_changed_since_is_matched_anew(
      String name, String attribute, String value) {
    day(DAY);
    String first = run(ADA_ZOE);
    type(name, attribute, value);
    agree(first);
    day(DAY);
    assertFalse(toPeople().contains("binome"), () -> "published " + pairs());
    assertNotEquals(Map.of(ADA_ZOE, "FORME"), pairs());
  }

  @Test
  void another_spelling_or_a_greater_capacity_changes_no_wish() {
    day(DAY);
    type("Zoe", "rayon_km", " 50 ");
    type("Ada", "dates", " 2026-11-24 ");
    type("Ada", "capacite", "2");
    agree(run(ADA_ZOE));
    day(DAY);
    assertEquals(Map.of(ADA_ZOE, "FORME"), pairs());
  }

  private static void type(String name, String attribute, String value) {
    TABLES.update("Registrations", RegistrationBuilder.id(name)).set(attribute, value).apply();
  }

  @Test
  void an_imposed_pair_whose_student_withdrew_is_not_published_and_the_refusal_says_so() {
    post.registered(ambassador("Ada").imposed("Zoe"));
    day(DAY);
    String first = run(ADA_ZOE);
    new Withdrawing(TABLES.tables(InstantSource.fixed(Post.NOW)))
        .withdraw(RegistrationBuilder.id("Zoe"));
    agree(first);
    day(DAY);
    assertEquals(Map.of(), pairs());
    assertEquals(List.of(RegistrationBuilder.id("Zoe")), registration("Ada").imposed().with());
    assertEquals(
        Optional.of("L’étudiante ou l’étudiant s’est retiré."),
        registration("Ada").imposed().refusal());
    assertEquals(List.of("sans-binome", "sans-binome"), toPeople());
  }

  @Test
  void an_imposed_pair_whose_request_is_taken_back_is_published_all_the_same_if_agreed_to() {
    post.registered(ambassador("Ada").imposed("Zoe"));
    day(DAY);
    TABLES.update("Registrations", RegistrationBuilder.id("Ada")).remove("a_apparier_avec").apply();
    agree(run(ADA_ZOE));
    day(DAY);
    assertEquals(Map.of(ADA_ZOE, "FORME"), pairs(), "exactly what they agreed to is published");
  }

  @Test
  void a_pair_imposed_against_a_proposal_takes_its_place_and_needs_an_agreement_of_its_own() {
    day(DAY);
    String first = run(ADA_ZOE);
    post.registered(ambassador("Bob").imposed("Zoe"));
    day(NEXT);
    assertEquals(Map.of(pair("Bob", "Zoe"), "PROPOSE"), pairs());
    assertRefused(first, run(pair("Bob", "Zoe")), NEXT);
    agree(run(pair("Bob", "Zoe")));
    day(NEXT);
    assertEquals("FORME", pairs().get(pair("Bob", "Zoe")));
    assertEquals(Imposed.NOBODY, registration("Bob").imposed());
  }

  @Test
  void an_imposed_proposal_marked_just_before_it_is_agreed_to_is_not_published() {
    post.registered(ambassador("Ada").imposed("Zoe"));
    day(DAY);
    TABLES.update("Pairs", ADA_ZOE).set("a_annuler", "oui").apply();
    agree(run(ADA_ZOE));
    day(DAY);
    assertEquals(Map.of(ADA_ZOE, "ANNULE"), pairs());
    assertEquals(Imposed.NOBODY, registration("Ada").imposed());
    assertEquals(List.of("sans-binome", "sans-binome", "sans-binome"), toPeople());
  }

  private static Registration registration(String name) {
    return TABLES.registrations().find(RegistrationBuilder.id(name)).orElseThrow();
  }

  static Stream<AttributeValue> spellings() {
    return Stream.of(
        AttributeValue.fromS("  %s "),
        AttributeValue.fromSs(List.of("%s")),
        AttributeValue.fromL(List.of(AttributeValue.fromS("%s\n"))));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void an_agreement_is_read_as_what_it_plainly_means(AttributeValue typed) {
    set("publication", AttributeValue.fromS(" sur accord"));
    day(DAY);
    assertEquals(Map.of(ADA_ZOE, "PROPOSE"), pairs());
    String run = run(ADA_ZOE);
    AttributeValue spelt =
        switch (typed.type()) {
          case S -> AttributeValue.fromS(typed.s().formatted(run));
          case SS -> AttributeValue.fromSs(List.of(run));
          default -> AttributeValue.fromL(List.of(AttributeValue.fromS(run + "\n")));
        };
    set("accord", spelt);
    day(DAY);
    assertEquals(Map.of(ADA_ZOE, "FORME"), pairs());
    assertFalse(edition().has("accord"));
  }

  @Test
  void an_agreement_to_nothing_changes_nothing() {
    day(DAY);
    set("accord", AttributeValue.fromS("  "));
    day(DAY);
    assertEquals(Map.of(ADA_ZOE, "PROPOSE"), pairs());
  }

  private void assertRefused(String accord, String latest, String today) {
    agree(accord);
    SortedSet<String> before = everything();
    for (boolean daily : List.of(true, false)) {
      Machine.Failed failed =
          assertThrows(
              Machine.Failed.class,
              () -> {
                if (daily) {
                  day(today);
                } else {
                  workflows().matching(today);
                }
              });
      assertTrue(
          failed.explanation().contains(accord) && failed.explanation().contains(latest),
          failed.explanation());
    }
    assertEquals(before, everything());
  }

  @Test
  void an_agreement_to_replaced_proposals_is_refused_naming_both() {
    day(DAY);
    String replaced = run(ADA_ZOE);
    day(NEXT);
    assertNotEquals(replaced, run(ADA_ZOE));
    assertRefused(replaced, run(ADA_ZOE), NEXT);
  }

  @Test
  void an_agreement_to_what_never_was_is_refused() {
    assertRefused("2026/2026-11-09", "aucun", DAY);
    set("accord", AttributeValue.fromS(""));
    day(DAY);
    assertRefused("1234", run(ADA_ZOE), DAY);
  }

  @Test
  void the_second_of_two_agreements_is_refused_and_tells_nobody_again() {
    day(DAY);
    String agreed = run(ADA_ZOE);
    agree(agreed);
    day(DAY);
    assertRefused(agreed, edition().required("passage_propose"), DAY);
    assertEquals(3, toPeople().size());
  }

  @Test
  void whoever_has_changed_since_is_matched_anew_and_proposed_again() {
    day(DAY);
    String first = run(ADA_ZOE);
    post.registered(student("Zoe").revision(2));
    agree(first);
    day(DAY);
    assertEquals(Map.of(ADA_ZOE, "PROPOSE"), pairs());
    assertNotEquals(first, run(ADA_ZOE));
    assertEquals(List.of("sans-binome"), toPeople());
    assertEquals(2, asked());
    agree(run(ADA_ZOE));
    day(DAY);
    assertEquals(Map.of(ADA_ZOE, "FORME"), pairs());
    assertEquals(List.of("binome", "binome", "sans-binome"), toPeople());
  }

  @Test
  void whoever_withdrew_since_is_paired_with_nobody_and_the_other_is_told_or_proposed_anew() {
    day(DAY);
    String first = run(ADA_ZOE);
    new Withdrawing(TABLES.tables(InstantSource.fixed(Post.NOW)))
        .withdraw(RegistrationBuilder.id("Zoe"));
    post.registered(student("Yan"));
    agree(first);
    day(DAY);
    assertEquals(Map.of(pair("Ada", "Yan"), "PROPOSE"), pairs());
    assertEquals(List.of("sans-binome"), toPeople());
  }

  @Test
  void two_whom_organisers_forbid_meanwhile_are_not_published() {
    day(DAY);
    String first = run(ADA_ZOE);
    post.registered(ambassador("Ada").neverWith("Zoe"), student("Yan"));
    agree(first);
    day(DAY);
    assertEquals(Map.of(pair("Ada", "Yan"), "PROPOSE"), pairs());
  }

  @Test
  void a_proposal_that_organisers_have_marked_is_not_published_even_before_the_mark_has_acted() {
    day(DAY);
    TABLES.update("Pairs", ADA_ZOE).set("a_annuler", "oui").apply();
    agree(run(ADA_ZOE));
    workflows().matching(DAY);
    assertEquals("PROPOSE", pairs().get(ADA_ZOE));
    day(DAY);
    assertEquals("ANNULE", pairs().get(ADA_ZOE));
    day(NEXT);
    assertEquals(Map.of(ADA_ZOE, "ANNULE"), pairs());
    assertFalse(toPeople().contains("binome") || toPeople().contains("binome-annule"));
  }

  @Test
  void an_ambassador_without_room_left_gets_nobody_more() {
    day(DAY);
    String first = run(ADA_ZOE);
    post.registered(ambassador("Ada").pairedWith("p1", "Yan Martin"));
    agree(first);
    day(DAY);
    assertEquals(Map.of(), pairs());
  }

  @Test
  void a_day_that_has_come_meanwhile_is_not_published() {
    TABLES.empty();
    post.edition(
        EditionBuilder.edition()
            .organisers("a@example.gouv.fr")
            .matching("2026-11-03", "2026-11-20")
            .onAgreement());
    post.registered(
        ambassador("Ada").dates("2026-11-16", "2026-11-24"), student("Zoe").dates("2026-11-16"));
    day("2026-11-13");
    agree(run(ADA_ZOE));
    day("2026-11-16");
    assertEquals(Map.of(), pairs());
  }

  @Test
  void proposals_that_nobody_agreed_to_go_and_the_people_are_told_that_they_have_nobody() {
    day("2026-11-16");
    assertEquals(List.of(), toPeople());
    day(OVER);
    assertEquals(Map.of(), pairs());
    assertFalse(edition().has("passage_propose"));
    assertEquals(List.of("fin-sans-binome", "fin-sans-binome", "fin-sans-binome"), toPeople());
    SortedSet<String> before = everything();
    day(OVER);
    assertEquals(before, everything());
  }

  @Test
  void what_was_agreed_to_after_the_last_run_is_published_before_the_rest_goes() {
    post.registered(ambassador("Bob"), student("Yan"));
    day("2026-11-16");
    String marked = pairs().keySet().iterator().next();
    TABLES.update("Pairs", marked).set("a_annuler", "oui").apply();
    agree(edition().required("passage_propose"));
    day(OVER);
    assertEquals(List.of("ANNULE", "FORME"), pairs().values().stream().sorted().toList());
    assertEquals(
        List.of("binome", "binome", "fin-sans-binome", "fin-sans-binome", "fin-sans-binome"),
        toPeople());
  }

  @Test
  void an_edition_made_automatic_publishes_by_itself_and_leaves_no_proposal() {
    post.registered(student("Yan").place("Lyon", "Rhône", 45.76, 4.84), ambassador("Bob"));
    day(DAY);
    post.registered(ambassador("Bob").revision(2).job("securite", "Sécurité"));
    set("publication", AttributeValue.fromS("AUTOMATIQUE"));
    agree("2026/whatever");
    day(NEXT);
    assertFalse(pairs().containsValue("PROPOSE"));
    assertTrue(pairs().containsValue("FORME"));
    assertFalse(edition().has("passage_propose") || edition().has("accord"));
    set("publication", AttributeValue.fromS("SUR_ACCORD"));
    post.registered(ambassador("Eve"));
    Map<String, String> formed = pairs();
    day("2026-11-12");
    assertTrue(pairs().entrySet().containsAll(formed.entrySet()));
  }

  @Test
  void an_edition_put_on_agreement_later_leaves_its_pairs_and_proposes_the_rest() {
    set("publication", AttributeValue.fromS("AUTOMATIQUE"));
    day(DAY);
    set("publication", AttributeValue.fromS("SUR_ACCORD"));
    post.registered(ambassador("Bob"), student("Yan"));
    day(NEXT);
    assertEquals(Map.of(ADA_ZOE, "FORME", pair("Bob", "Yan"), "PROPOSE"), pairs());
    assertEquals(List.of("binome", "binome", "sans-binome"), toPeople());
  }

  @Test
  void an_agreement_given_while_a_run_is_at_work_is_followed_by_that_run() {
    day(DAY);
    String first = run(ADA_ZOE);
    post.registered(ambassador("Bob"), student("Yan"));
    LocalWorkflows interrupted =
        new LocalWorkflows(
            TABLES,
            TappedClient.interrupted(TABLES.client(), 8, () -> agree(first)).client(),
            ses.client(),
            InstantSource.fixed(Post.NOW));
    interrupted.matching(DAY);
    assertEquals("FORME", pairs().get(ADA_ZOE));
    assertEquals("PROPOSE", pairs().get(pair("Bob", "Yan")));
  }

  @Test
  void a_wrong_publication_stops_the_run_naming_it() {
    set("publication", AttributeValue.fromS("peut-être"));
    Machine.Failed failed = assertThrows(Machine.Failed.class, () -> day(DAY));
    assertTrue(failed.explanation().contains("publication"), failed.explanation());
  }
}
