package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.FailingClient;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.pairing.Withdrawing;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An edition lived through day by day: people come and withdraw, the workflow crashes at any call
 * and is started again, days are gone through twice. After each day everybody is where the rules
 * say.
 */
final class SimulationTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private final Edition edition = EditionBuilder.edition().build();
  private final List<LocalDate> days = List.copyOf(edition.possibleDays());
  private int people;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatever_happens_nobody_is_paired_or_mailed_twice(long seed) {
    Random random = new Random(seed);
    TABLES.put("Editions", EditionBuilder.edition().organisers("a@example.gouv.fr").item());
    for (int i = 0; i < 24; i++) {
      somebodyComes(random);
    }
    for (LocalDate today = edition.firstMatching();
        !today.isAfter(LocalDate.parse("2026-12-15"));
        today = today.plusDays(1)) {
      if (random.nextInt(3) == 0 && today.isBefore(edition.registrationUntil())) {
        somebodyComes(random);
      }
      if (random.nextInt(3) == 0) {
        somebodyWithdraws(random, today);
      }
      liveThrough(today, random);
      check(today);
    }
    assertTrue(pairs().stream().anyMatch(Pair::isOn), "the seed made no pair");
    assertTrue(
        pairs().stream().anyMatch(pair -> pair.status() == PairStatus.ANNULE),
        "the seed cancelled no pair");
  }

  private void somebodyComes(Random random) {
    String name = "P" + people++;
    RegistrationBuilder person =
        random.nextBoolean()
            ? RegistrationBuilder.ambassador(name).capacity(1 + random.nextInt(3))
            : RegistrationBuilder.student(name);
    String[] dates =
        days.stream()
            .filter(day -> day.equals(edition.day()) || random.nextInt(4) == 0)
            .map(LocalDate::toString)
            .toArray(String[]::new);
    if (random.nextInt(4) == 0) {
      person.place("Lyon", "Rhône", 45.76, 4.84);
    }
    TABLES.put(
        "Registrations",
        person
            .dates(dates)
            .status(random.nextInt(8) == 0 ? Status.A_CONFIRMER : Status.CONFIRMEE)
            .item());
  }

  private void somebodyWithdraws(Random random, LocalDate today) {
    List<Registration> active = registrations().stream().filter(Registration::isActive).toList();
    new Withdrawing(TABLES.tables(clock(today)))
        .withdraw(active.get(random.nextInt(active.size())).id());
  }

  private void liveThrough(LocalDate today, Random random) {
    for (int crashes = random.nextInt(3); crashes > 0; crashes--) {
      FailingClient failing = FailingClient.somewhere(TABLES.client(), random, 12);
      try {
        workflows(failing.client(), today).daily(today.toString());
      } catch (Machine.Failed e) {
        // The operator starts the day again.
      }
    }
    workflows(TABLES.client(), today).daily(today.toString());
    if (random.nextInt(4) == 0) {
      workflows(TABLES.client(), today).daily(today.minusDays(1).toString());
    }
  }

  private LocalWorkflows workflows(DynamoDbClient client, LocalDate today) {
    return new LocalWorkflows(TABLES, client, ses.client(), clock(today));
  }

  private static InstantSource clock(LocalDate today) {
    return InstantSource.fixed(today.atTime(LocalTime.of(6, 0)).toInstant(ZoneOffset.UTC));
  }

  private void check(LocalDate today) {
    Map<String, Registration> byId =
        registrations().stream().collect(Collectors.toMap(Registration::id, r -> r));
    Map<String, List<String>> pairsOf = new HashMap<>();
    for (Pair pair : pairs()) {
      if (pair.status() == PairStatus.ANNULE) {
        continue;
      }
      for (Role role : Role.values()) {
        pairsOf
            .computeIfAbsent(pair.side(role).registration(), _ -> new ArrayList<>())
            .add(pair.id());
      }
    }
    Map<String, Long> mails =
        TABLES.items("Mails").stream()
            .map(mail -> text(mail, "modele") + "/" + text(mail, "inscription"))
            .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    for (Registration person : byId.values()) {
      List<String> own = pairsOf.getOrDefault(person.id(), List.of());
      assertEquals(own.stream().sorted().toList(), person.pairs().stream().sorted().toList());
      assertTrue(own.size() <= person.details().capacity());
      if (person.isActive()) {
        assertEquals(person.status() == Status.APPARIEE, !own.isEmpty(), person.toString());
      }
      boolean told =
          mails.containsKey("sans-binome/" + person.id())
              || mails.containsKey("fin-sans-binome/" + person.id())
              || mails.containsKey("binome/" + person.id());
      assertTrue(
          !person.isActive() || told || today.isAfter(edition.day()), person + " on " + today);
      assertTrue(mails.getOrDefault("sans-binome/" + person.id(), 0L) <= 1);
      assertTrue(mails.getOrDefault("fin-sans-binome/" + person.id(), 0L) <= 1);
    }
    assertEquals(
        2L * pairs().size(),
        mails.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("binome/"))
            .mapToLong(Map.Entry::getValue)
            .sum());
    for (Map<String, AttributeValue> mail : TABLES.items("Mails")) {
      boolean ofCampaign = text(mail, "depart").equals("CAMPAGNE");
      assertTrue(!ofCampaign || !text(mail, "statut").equals("A_ENVOYER"), mail.toString());
    }
    assertEquals(
        TABLES.items("Mails").stream()
            .filter(mail -> text(mail, "statut").equals("ENVOYE"))
            .count(),
        ses.received().size(),
        "each mail once");
  }

  private static List<Registration> registrations() {
    return TABLES.registrations().scan("2026", Share.WHOLE, LocalTables.ALL_READABLE).toList();
  }

  private static List<Pair> pairs() {
    return TABLES.pairs().scan("2026", Share.WHOLE, LocalTables.ALL_READABLE).toList();
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return item.getOrDefault(name, AttributeValue.fromS("")).s();
  }
}
