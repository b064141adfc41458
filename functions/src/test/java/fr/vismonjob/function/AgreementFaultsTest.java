package fr.vismonjob.function;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.FailingClient;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.TappedClient.Fault;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.Withdrawing;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Whatever crashes while pairs are proposed and published, and whatever people and organisers do in
 * between: nobody is told twice, nobody is forgotten, and nobody hears of a pair before organisers
 * have agreed to it.
 */
final class AgreementFaultsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private static final String DAY = "2026-11-10";
  private final Edition edition = EditionBuilder.edition().build();

  /** The runs that organisers have agreed to, or that an automatic edition agreed to by itself. */
  private final Set<String> agreed = new HashSet<>();

  private final Set<String> forbidden = new HashSet<>();
  private int people;

  private LocalWorkflows workflows(DynamoDbClient client, LocalDate today) {
    return new LocalWorkflows(
        TABLES,
        client,
        ses.client(),
        InstantSource.fixed(today.atTime(LocalTime.of(6, 0)).toInstant(ZoneOffset.UTC)));
  }

  private void matching(DynamoDbClient client) {
    workflows(client, LocalDate.parse(DAY)).matching(DAY);
  }

  private static Item item() {
    return Item.of(TABLES.items("Editions").getFirst());
  }

  private static void set(String name, String value) {
    Map<String, AttributeValue> changed = new TreeMap<>(item().attributes());
    changed.put(name, AttributeValue.fromS(value));
    TABLES.put("Editions", changed);
  }

  private static String proposed() {
    return item().textOrEmpty("passage_propose");
  }

  /** Two proposals that still stand, one that does not, and somebody who is left over. */
  private void agreedTo() {
    TABLES.empty();
    Post post = Post.of(TABLES, ses.client());
    post.edition(EditionBuilder.edition().organisers("a@example.gouv.fr").onAgreement());
    post.registered(ambassador("Ada"), student("Zoe"), student("Sam").job("design", "Design"));
    post.registered(ambassador("Bob").job("securite", "Sécurité"));
    post.registered(student("Yan").job("securite", "Sécurité"));
    matching(TABLES.client());
    post.registered(student("Yan").job("securite", "Sécurité").revision(2));
    set("accord", proposed());
    ses.received().clear();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"BEFORE", "AFTER"})
  void a_run_that_publishes_started_again_ends_as_if_nothing_had_happened(Fault fault) {
    agreedTo();
    TappedClient counting = TappedClient.counting(TABLES.client());
    matching(counting.client());
    SortedSet<String> done = TABLES.outcome();
    assertTrue(done.stream().anyMatch(row -> row.contains("FORME")), done.toString());
    assertTrue(done.stream().anyMatch(row -> row.contains("PROPOSE")), done.toString());
    for (int n = 1; n <= counting.calls(); n++) {
      agreedTo();
      try {
        matching(TappedClient.failing(TABLES.client(), n, fault).client());
      } catch (RuntimeException _) {
        // The operator starts the run again.
      }
      matching(TABLES.client());
      assertEquals(done, TABLES.outcome(), fault + " at call " + n);
    }
  }

  @Test
  void two_runs_at_once_publish_each_pair_once() {
    agreedTo();
    TappedClient counting = TappedClient.counting(TABLES.client());
    matching(counting.client());
    Set<String> told = binomes();
    for (int n = 1; n <= counting.calls(); n += 3) {
      agreedTo();
      Runnable rival = () -> matching(TABLES.client());
      try {
        matching(TappedClient.interrupted(TABLES.client(), n, rival).client());
      } catch (Machine.Failed e) {
        // The slower of the two found the agreement gone.
      }
      matching(TABLES.client());
      assertEquals(told, binomes(), "at call " + n);
      assertEquals(
          Set.of(proposed()),
          TABLES.items("Pairs").stream()
              .map(Item::of)
              .filter(row -> row.required("statut").equals("PROPOSE"))
              .map(row -> row.required("passage"))
              .collect(Collectors.toSet()));
    }
  }

  private static Set<String> binomes() {
    return TABLES.items("Mails").stream()
        .map(mail -> Item.of(mail).required("envoi"))
        .filter(key -> key.startsWith("binome/"))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void an_edition_on_agreement_lived_through(long seed) {
    Random random = new Random(seed);
    TABLES.put(
        "Editions", EditionBuilder.edition().organisers("a@example.gouv.fr").onAgreement().item());
    for (int i = 0; i < 16; i++) {
      somebodyComes(random);
    }
    LocalDate last = edition.lastMatching().plusDays(1);
    for (LocalDate today = edition.firstMatching().plusDays(6);
        !today.isAfter(last);
        today = today.plusDays(1)) {
      if (random.nextInt(2) == 0) {
        somebodyComes(random);
      }
      somebodyActs(random, today);
      organisersAct(random);
      liveThrough(today, random);
      check(today);
    }
    assertTrue(pairs().stream().anyMatch(Pair::wasFormed), "the seed published no pair");
    assertTrue(rows().values().stream().noneMatch("PROPOSE"::equals), rows().toString());
    for (Registration person : registrations()) {
      assertTrue(
          !person.isActive()
              || !person.pairs().isEmpty()
              || mails("fin-sans-binome", person.id()) == 1,
          person.toString());
    }
  }

  private void somebodyComes(Random random) {
    String name = "P" + people++;
    RegistrationBuilder person =
        random.nextBoolean()
            ? RegistrationBuilder.ambassador(name).capacity(1 + random.nextInt(2))
            : RegistrationBuilder.student(name);
    if (random.nextInt(4) == 0) {
      person.job("securite", "Sécurité");
    }
    TABLES.put("Registrations", person.item());
  }

  private static void somebodyActs(Random random, LocalDate today) {
    List<Registration> active = registrations().stream().filter(Registration::isActive).toList();
    Registration who = active.get(random.nextInt(active.size()));
    switch (random.nextInt(3)) {
      case 0 ->
          new Withdrawing(
                  TABLES.tables(
                      InstantSource.fixed(
                          today.atTime(LocalTime.of(5, 0)).toInstant(ZoneOffset.UTC))))
              .withdraw(who.id());
      case 1 ->
          TABLES
              .update("Registrations", who.id())
              .set(Item.empty().put("revision", who.revision() + 1))
              .apply();
      default -> {}
    }
  }

  private void organisersAct(Random random) {
    String latest = proposed();
    List<String> open =
        rows().entrySet().stream()
            .filter(row -> row.getValue().equals("PROPOSE"))
            .map(Map.Entry::getKey)
            .toList();
    if (!open.isEmpty() && random.nextInt(3) == 0) {
      String off = open.get(random.nextInt(open.size()));
      TABLES.update("Pairs", off).set("a_annuler", "oui").apply();
      forbidden.add(off);
    }
    if (!latest.isEmpty() && random.nextBoolean()) {
      set("accord", " " + latest);
      agreed.add(latest);
    }
  }

  private void liveThrough(LocalDate today, Random random) {
    for (int crashes = random.nextInt(3); crashes > 0; crashes--) {
      FailingClient failing = FailingClient.somewhere(TABLES.client(), random, 20);
      try {
        workflows(failing.client(), today).daily(today.toString());
      } catch (Machine.Failed e) {
        // The operator starts the day again.
      }
      checkUnheard();
    }
    workflows(TABLES.client(), today).daily(today.toString());
  }

  /** Who is only proposed has heard of nothing, whenever anybody looks. */
  private static void checkUnheard() {
    Set<String> told = new HashSet<>();
    TABLES.items("Mails").forEach(mail -> told.add(mail.toString()));
    rows()
        .forEach(
            (id, status) ->
                assertTrue(
                    !status.equals("PROPOSE") || told.stream().noneMatch(m -> m.contains(id))));
  }

  private void check(LocalDate today) {
    checkUnheard();
    Map<String, List<String>> pairsOf = new HashMap<>();
    for (Pair pair : pairs()) {
      assertTrue(agreed.contains(pair.origin().run()), pair + " was agreed to");
      assertEquals(1, mails("binome", pair.ambassador().registration(), pair.id()));
      assertEquals(1, mails("binome", pair.student().registration(), pair.id()));
      if (pair.isOn()) {
        for (String side :
            List.of(pair.ambassador().registration(), pair.student().registration())) {
          pairsOf.computeIfAbsent(side, _ -> new ArrayList<>()).add(pair.id());
        }
      }
    }
    for (Registration person : registrations()) {
      List<String> own = pairsOf.getOrDefault(person.id(), List.of());
      assertEquals(
          own.stream().sorted().toList(), person.pairs().stream().sorted().toList(), today + "");
      assertTrue(own.size() <= person.details().capacity());
      assertTrue(mails("sans-binome", person.id()) <= 1);
    }
    for (Map<String, AttributeValue> attributes : TABLES.items("Pairs")) {
      Item row = Item.of(attributes);
      if (row.required("statut").equals("PROPOSE")) {
        assertEquals(proposed(), row.required("passage"), today + " " + row.plain());
      }
      if (forbidden.contains(row.required("binome"))) {
        assertEquals("ANNULE", row.required("statut"), today + "");
        assertEquals(Optional.empty(), row.find("forme_le"));
      }
    }
  }

  private static long mails(String kind, String registration) {
    return mails(kind, registration, "");
  }

  private static long mails(String kind, String registration, String about) {
    return TABLES.items("Mails").stream()
        .map(mail -> Item.of(mail).required("envoi"))
        .filter(key -> key.startsWith(kind + "/" + registration + "/" + about))
        .count();
  }

  /** The state of each row of the pairs, by key. */
  private static Map<String, String> rows() {
    return TABLES.items("Pairs").stream()
        .map(Item::of)
        .collect(Collectors.toMap(row -> row.required("binome"), row -> row.required("statut")));
  }

  private static List<Registration> registrations() {
    return TABLES.registrations().scan("2026", Share.WHOLE, LocalTables.ALL_READABLE).toList();
  }

  private static List<Pair> pairs() {
    return TABLES.pairs().scan("2026", Share.WHOLE, LocalTables.ALL_READABLE).toList();
  }
}
