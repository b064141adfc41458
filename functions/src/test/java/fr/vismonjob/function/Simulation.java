package fr.vismonjob.function;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.MailStatus;
import fr.vismonjob.pairing.ActingOnMarks;
import fr.vismonjob.pairing.Life;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.site.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Plays a script: people act by the site, organisers in the tables, the workflows by the day. A
 * fault or a rival of the script meets the act or the day that comes after it.
 */
final class Simulation {
  /** What makes the client of the next act. */
  private interface Twist {
    DynamoDbClient around(DynamoDbClient real);
  }

  private final LocalTables tables;
  private final SesServer ses;
  private final List<SimulatedPerson> people = new ArrayList<>();
  private final SimulationChecks checks;
  private Instant now = Instant.parse("2026-10-30T06:00:00Z");
  private @Nullable Twist twist;
  private boolean isTroubled;
  private final SortedSet<String> done = new TreeSet<>();

  Simulation(LocalTables tables, SesServer ses) {
    this.tables = tables;
    this.ses = ses;
    this.checks = new SimulationChecks(tables, ses, people);
  }

  /**
   * @throws AssertionError if anything is not as the rules say; names the line
   */
  void play(List<String> script) {
    tables.put("Editions", EditionBuilder.edition().organisers("a@example.gouv.fr").item());
    tables.put("CoachingSlots", Life.slotItem("2026-11-18-10h", 2));
    tables.put("CoachingSlots", Life.slotItem("2026-11-19-10h", 1));
    for (int line = 0; line < script.size(); line++) {
      try {
        step(script.get(line));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("line " + (line + 1) + ", « " + script.get(line) + " »: " + e, e);
      }
    }
    checks.atTheEnd(FrenchDates.dayOf(now));
  }

  /** The acts that the site has done, by their paths and what was asked. */
  SortedSet<String> done() {
    return done;
  }

  private void step(String line) {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "morning" ->
          now = LocalDate.parse(words[1]).atTime(LocalTime.of(6, 0)).toInstant(ZoneOffset.UTC);
      case "fault" -> {
        TappedClient.Fault fault = TappedClient.Fault.valueOf(words[1]);
        twist = real -> TappedClient.failing(real, Integer.parseInt(words[2]), fault).client();
        isTroubled = true;
      }
      case "rival" -> {
        String[] rival = line.split(" ", 3);
        twist =
            real ->
                TappedClient.interrupted(
                        real, Integer.parseInt(rival[1]), () -> act(rival[2].split(" ", -1), real))
                    .client();
      }
      case "ses" -> ses.next(SesServer.Behaviour.valueOf(words[1]));
      default -> {
        Twist ofThis = twist == null ? real -> real : twist;
        twist = null;
        act(words, ofThis.around(tables.client()));
        isTroubled = false;
      }
    }
  }

  private void act(String[] words, DynamoDbClient client) {
    now = now.plus(Duration.ofMinutes(3));
    switch (words[0]) {
      case "day" -> day(LocalDate.parse(words[1]), client);
      case "post" -> post(client);
      case "come" -> come(words, client);
      case "agree" -> agree();
      case "sabotage" -> sabotage();
      case "publication" -> set("Editions", "2026", "publication", words[1]);
      case "call-off" -> callOff(Integer.parseInt(words[1]), client);
      default -> ofSomebody(words, client);
    }
  }

  private void day(LocalDate today, DynamoDbClient client) {
    boolean isTroubledDay = isTroubled;
    try {
      new LocalWorkflows(tables, client, ses.client(), () -> now).daily(today.toString());
    } catch (Machine.Failed e) {
      // The operator starts the day again. Nobody need do anything about mails that have failed.
      if (!isTroubledDay && !e.error().equals("MailsEnEchec")) {
        throw new AssertionError("the day failed: " + e.error() + " " + e.explanation(), e);
      }
      if (!e.error().equals("MailsEnEchec")) {
        return;
      }
    }
    checks.afterDay(FrenchDates.dayOf(now), today);
  }

  /** The stream hands the sender what acts have queued. */
  private void post(DynamoDbClient client) {
    for (Item mail : tables.items("Mails").stream().map(Item::of).toList()) {
      if (mail.required("statut").equals(MailStatus.A_ENVOYER.name())
          && mail.required("depart").equals("IMMEDIAT")) {
        try {
          Post.of(tables, ses.client()).at(now).sender(client).send(mail.required("envoi"));
        } catch (RuntimeException e) {
          tolerated(e);
        }
      }
    }
  }

  private void tolerated(RuntimeException e) {
    if (!isTroubled) {
      throw e;
    }
  }

  private void come(String[] words, DynamoDbClient client) {
    SimulatedPerson person =
        new SimulatedPerson(
            people.size(),
            Role.valueOf(words[1]),
            words[2],
            Integer.parseInt(words[3]),
            List.of(words[4].split(",", -1)));
    people.add(person);
    register(person, client);
  }

  private void register(SimulatedPerson person, DynamoDbClient client) {
    request(client, person.page(), person.form());
    checks.noteRegistered(person);
  }

  private void request(DynamoDbClient client, String path, Map<String, Object> body) {
    Visit visit = Visit.postJson(LocalSite.through(client, () -> now), path, body);
    if (visit.status() >= 500 && !isTroubled) {
      throw new AssertionError(path + " " + body + ": " + visit.status() + " " + visit.body());
    }
    if (visit.status() == 200 || visit.status() == 202) {
      done.add(path.split("/", -1)[1] + " " + body.getOrDefault("action", ""));
    }
    if (visit.status() == 422 || visit.status() == 400) {
      checks.mayBeInvalid(path, body, visit.body());
    }
  }

  private void agree() {
    Item edition = Item.of(tables.items("Editions").getFirst());
    String proposed = edition.textOrEmpty("passage_propose");
    if (!proposed.isEmpty()) {
      set("Editions", "2026", "accord", proposed);
    }
  }

  /** A fault of ours, which the checks must find: whatever was mailed waits to be mailed again. */
  private void sabotage() {
    tables.items("Mails").stream()
        .map(Item::of)
        .filter(mail -> mail.required("statut").equals(MailStatus.ENVOYE.name()))
        .forEach(
            mail -> set("Mails", mail.required("envoi"), "statut", MailStatus.A_ENVOYER.name()));
  }

  private void callOff(int number, DynamoDbClient client) {
    List<String> pairs =
        tables.items("Pairs").stream()
            .map(item -> Item.of(item).required("binome"))
            .sorted()
            .toList();
    if (!pairs.isEmpty()) {
      String pair = pairs.get(number % pairs.size());
      set("Pairs", pair, "a_annuler", "oui");
      mark(() -> marks(client).onPair(pair, FrenchDates.dayOf(now), UnreadableRow::log));
    }
  }

  private void mark(Runnable act) {
    try {
      act.run();
    } catch (RuntimeException e) {
      // The stream brings the row again, and the morning finds it.
      tolerated(e);
    }
  }

  private ActingOnMarks marks(DynamoDbClient client) {
    return tables.marks(client, () -> now);
  }

  private void set(String table, String key, String attribute, String value) {
    tables.update(table, key).set(attribute, value).apply();
  }

  private void ofSomebody(String[] words, DynamoDbClient client) {
    if (people.isEmpty()) {
      return;
    }
    int number = Integer.parseInt(words[1]);
    SimulatedPerson person = people.get(number < 0 ? people.size() - 1 : number % people.size());
    if (words[0].equals("again")) {
      register(person, client);
      return;
    }
    Optional<Registration> row = checks.row(person);
    if (row.isEmpty()) {
      return;
    }
    Registration self = row.get();
    String link = LocalSite.link(self);
    switch (words[0]) {
      case "confirm" -> request(client, "/confirmation/" + link, Map.of());
      case "withdraw" -> request(client, "/inscription/" + link, Map.of("action", "retirer"));
      case "erase" -> request(client, "/inscription/" + link, Map.of("action", "supprimer"));
      case "new-link" -> request(client, "/inscription/" + link, Map.of("action", "nouveau-lien"));
      case "change" -> {
        person.change(words[2], Integer.parseInt(words[3]), List.of(words[4].split(",", -1)));
        request(client, "/inscription/" + link, person.changed());
      }
      case "seat" ->
          onlyHost(
              person,
              client,
              link,
              Map.of("seance", "2026-11-1" + (8 + Integer.parseInt(words[2])) + "-10h"));
      case "leave-seat" -> onlyHost(person, client, link, Map.of("action", "annuler"));
      case "propose" ->
          onPair(
              client,
              "binome",
              self,
              words,
              Map.of("action", "proposer", "dates", List.of(words[3].split(",", -1))));
      case "accept" -> accept(self, words, client);
      case "cancel" -> onPair(client, "binome", self, words, Map.of("action", "annuler"));
      case "report" ->
          onPair(
              client,
              "avis",
              self,
              words,
              words[3].equals("oui")
                  ? Map.of("a_eu_lieu", "oui")
                  : Map.of("a_eu_lieu", "non", "absent", "les-deux"));
      case "mark" -> {
        set("Registrations", self.id(), words[2], "oui");
        mark(() -> marks(client).onRegistration(self.id(), UnreadableRow::log));
      }
      case "new-address" -> {
        set("Registrations", self.id(), "nouveau_courriel", person.nextAddress(words[2]));
        mark(() -> marks(client).onRegistration(self.id(), UnreadableRow::log));
      }
      case "impose" -> other(words, person).ifPresent(with -> addTo(self, "a_apparier_avec", with));
      case "keep-apart" -> other(words, person).ifPresent(with -> addTo(self, "jamais_avec", with));
      default -> throw new IllegalArgumentException("no such step: " + words[0]);
    }
  }

  private void onlyHost(
      SimulatedPerson person, DynamoDbClient client, String link, Map<String, Object> body) {
    if (person.role() == Role.AMBASSADEUR) {
      request(client, "/coaching/" + link, body);
    }
  }

  private Optional<Pair> pair(Registration self, String[] words) {
    return self.pairs().isEmpty()
        ? Optional.empty()
        : tables.pairs().find(self.pairs().get(Integer.parseInt(words[2]) % self.pairs().size()));
  }

  /** The partner of whoever has proposed days takes one of them. */
  private void accept(Registration proposer, String[] words, DynamoDbClient client) {
    Pair pair = pair(proposer, words).orElse(null);
    if (pair == null || pair.state().proposed().isEmpty()) {
      return;
    }
    List<LocalDate> days = pair.state().proposed();
    String day = days.get(Integer.parseInt(words[3]) % days.size()).toString();
    tables
        .registrations()
        .find(pair.side(proposer.role().other()).registration())
        .ifPresent(
            partner ->
                request(
                    client,
                    "/binome/" + LocalSite.link(partner),
                    Map.of("action", "accepter", "binome", pair.id(), "date", day)));
  }

  private void onPair(
      DynamoDbClient client,
      String page,
      Registration self,
      String[] words,
      Map<String, Object> body) {
    pair(self, words)
        .ifPresent(
            pair -> {
              Map<String, Object> named = new HashMap<>(body);
              named.put("binome", pair.id());
              request(client, "/" + page + "/" + LocalSite.link(self), new TreeMap<>(named));
            });
  }

  /** The key of somebody of the other role. */
  private Optional<String> other(String[] words, SimulatedPerson person) {
    List<String> others =
        people.stream()
            .filter(other -> other.role() != person.role())
            .flatMap(other -> checks.row(other).stream())
            .map(Registration::id)
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(others.get(Integer.parseInt(words[2]) % others.size()));
  }

  private void addTo(Registration self, String attribute, String key) {
    tables
        .client()
        .updateItem(
            update ->
                update
                    .tableName("Registrations")
                    .key(Map.of("inscription", AttributeValue.fromS(self.id())))
                    .updateExpression("SET #a = :v")
                    .expressionAttributeNames(Map.of("#a", attribute))
                    .expressionAttributeValues(
                        Map.of(":v", AttributeValue.fromL(List.of(AttributeValue.fromS(key))))));
  }
}
