package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registering;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The steps of {@code model/Pair.tla} as the use cases do them, and what stands in the tables in
 * the words of the model. Its people are two hosts and two guests; its days 1 and 2 are 24 and 26
 * November.
 */
final class PairModel {
  static final List<String> HOSTS = List.of("h1", "h2");
  static final List<String> GUESTS = List.of("g1", "g2");

  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("2026-11-12"),
          LocalDate.parse("2026-11-24"),
          LocalDate.parse("2026-11-26"));
  private static final Set<String> KINDS =
      Set.of(
          "binome",
          "date-proposee",
          "date-convenue",
          "binome-annule",
          "relais-pris",
          "retrait",
          "efface");
  private static final Edition EDITION = EditionBuilder.edition().build();

  private final LocalTables tables;
  private final SesServer ses;
  private final OrganisersModel organisers;
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, String> ids = new TreeMap<>();
  private final Map<String, RegistrationAnswers> answers = new TreeMap<>();

  /** The numbers that people's registrations have had; the model counts them from one. */
  private final Map<String, SortedSet<Long>> numbers = new TreeMap<>();

  private final Map<String, PlannedPair> plan = new HashMap<>();
  private int today;
  private int changes;
  private int acts;

  PairModel(LocalTables tables, SesServer ses) {
    this.tables = tables;
    this.ses = ses;
    this.organisers = new OrganisersModel(tables, this::tables);
  }

  PairModel begun() {
    tables.empty();
    tables.put("Editions", EditionBuilder.edition().item());
    for (String who : HOSTS) {
      begun(who, ambassador(who));
    }
    for (String who : GUESTS) {
      begun(who, student(who));
    }
    for (String host : HOSTS) {
      for (String guest : GUESTS) {
        names.put(key(host + "-" + guest), host + "-" + guest);
      }
    }
    return this;
  }

  /** Under the id that the address would get, so that it has that registration. */
  private void begun(String who, RegistrationBuilder builder) {
    RegistrationBuilder person = builder.dates("2026-11-24", "2026-11-26", "2026-12-01");
    RegistrationAnswers form = person.build().answers();
    Role role = person.build().role();
    String id =
        tables.addresses(tables.client()).of(EDITION, role, form.person().address()).registration();
    ids.put(who, id);
    names.put(id, who);
    answers.put(who, form);
    tables.put("Registrations", Item.of(person.item()).put("inscription", id).attributes());
  }

  private String id(String who) {
    return Objects.requireNonNull(ids.get(who));
  }

  private Instant now() {
    return DAYS.get(today).atTime(12, 0).atZone(FrenchDates.PARIS).toInstant().plusSeconds(acts);
  }

  private Tables tables(DynamoDbClient client) {
    return tables.tables(client, this::now);
  }

  private Life life(DynamoDbClient client) {
    return Life.of(tables, client, this::now);
  }

  /** Does a step; what the model says of its outcome must be so. */
  void act(List<?> act, DynamoDbClient client) {
    acts++;
    String first = act.size() > 1 ? text(act.get(1)) : "";
    switch (text(act.getFirst())) {
      case "Init" -> {}
      case "InVain" -> act(act.subList(1, act.size()), client);
      case "Morning" -> today = ((Number) act.get(1)).intValue();
      case "Plan" -> plan.put(first, planned(first, DAYS.get(((Number) act.get(2)).intValue())));
      case "Record" ->
          Optional.ofNullable(plan.remove(first))
              .ifPresent(planned -> new PairRecorder(tables(client)).record(planned, run()));
      case "Propose" ->
          Optional.ofNullable(plan.remove(first))
              .ifPresent(planned -> new PairRecorder(tables(client)).propose(planned, run()));
      case "NameRun" -> {
        plan.clear();
        organisers.nameRun(((Number) act.get(1)).intValue(), client);
      }
      case "Replace" -> {
        plan.clear();
        organisers.replace(client);
      }
      case "Drop" -> organisers.drop(key(first), client);
      case "Agree" -> organisers.agree(client);
      case "PlanAgreed" ->
          plan.put(first, organisers.agreedTo(key(first), DAYS.get(today), client).orElseThrow());
      case "Publish" -> organisers.publish(DAYS.get(today), client);
      case "CallOffProposal" -> organisers.callOff(key(first), DAYS.get(today), client);
      case "Cancel" -> cancel(first, client);
      case "Offer" ->
          onPair(text(act.get(2)), first, new PairAction.Propose(days(act.get(3))), client);
      case "Accept" ->
          onPair(
              text(act.get(2)),
              first,
              new PairAction.Accept(DAYS.get(((Number) act.get(3)).intValue())),
              client);
      case "Withdraw" -> life(client).withdraw(id(first));
      case "Register" -> register(first, client);
      case "Confirm" -> confirm(first, client);
      case "Change" -> change(first, client);
      case "Entrust" -> entrust(first, text(act.get(2)), client);
      case "Decline" -> relay(first).ifPresent(life(client)::decline);
      case "TakeOver" -> relay(first).ifPresent(life(client)::takeOver);
      case "Erase" -> life(client).erase(id(first));
      case "Send" -> send(first, Optional.of((Boolean) act.get(2)), client);
      default -> throw new IllegalArgumentException("no such step: " + act);
    }
  }

  /** The run that proposes, or one that asks nobody. */
  private String run() {
    String proposing = organisers.proposing();
    return proposing.isEmpty() ? "2026/2026-11-12" : proposing;
  }

  /** A list of the two of a pair is its name. */
  private static String text(Object word) {
    return word instanceof List<?> two
        ? two.stream().map(String::valueOf).collect(Collectors.joining("-"))
        : String.valueOf(word);
  }

  private static List<LocalDate> days(Object numbers) {
    return ((Collection<?>) numbers)
        .stream().map(day -> DAYS.get(((Number) day).intValue())).sorted().toList();
  }

  private PlannedPair planned(String pair, LocalDate day) {
    return new PlannedPair(
        standing(host(pair)), standing(guest(pair)), 100, day, 3, List.of("Raison."), 0);
  }

  private static String host(String pair) {
    return pair.substring(0, 2);
  }

  private static String guest(String pair) {
    return pair.substring(3);
  }

  private Entrant.Standing standing(String who) {
    return Entrant.Standing.of(row(who).orElseThrow());
  }

  private Optional<Registration> row(String who) {
    return tables.registrations().find(id(who));
  }

  private String key(String pair) {
    return PairId.of(id(host(pair)), id(guest(pair)));
  }

  private void onPair(String who, String pair, PairAction action, DynamoDbClient client) {
    if (row(who).isPresent()) {
      life(client).act(id(who), key(pair), action);
    }
  }

  private void register(String who, DynamoDbClient client) {
    Tables all = tables(client);
    new Registering(
            all.registrations(),
            all.mails(),
            new AllowanceTable(client, "MailAllowances"),
            all.transactions(),
            tables.addresses(client),
            LocalTables.KEYED,
            this::now)
        .register(EDITION, Objects.requireNonNull(answers.get(who)));
  }

  private void confirm(String who, DynamoDbClient client) {
    if (row(who).isPresent()) {
      life(client).confirm(id(who));
    }
  }

  /** As often as the model likes: how often in a day or in an hour it does not know. */
  private void entrust(String pair, String colleague, DynamoDbClient client) {
    String address = Objects.requireNonNull(answers.get(colleague)).person().address();
    tables
        .client()
        .deleteItem(
            delete ->
                delete
                    .tableName("MailAllowances")
                    .key(
                        Map.of(
                            "destinataire",
                            AttributeValue.fromS(LocalTables.KEYED.relayAddressId(address)))));
    if (tables.pairs().find(key(pair)).isPresent()) {
      tables.update("Pairs", key(pair)).remove("relais_du_jour").apply();
    }
    onPair(host(pair), pair, new PairAction.Entrust(address), client);
  }

  private Optional<Relay> relay(String pair) {
    return tables.pairs().relays().find(key(pair)).filter(asked -> asked.address().isPresent());
  }

  /** By a host who is still there, or else by the organisers. */
  private void cancel(String pair, DynamoDbClient client) {
    if (row(host(pair)).isPresent()) {
      onPair(host(pair), pair, new PairAction.Cancel(), client);
    } else {
      tables.update("Pairs", key(pair)).set("a_annuler", "oui").apply();
      new Releasing(tables(client)).release(key(pair), DAYS.get(today));
    }
  }

  private void change(String who, DynamoDbClient client) {
    changes++;
    row(who)
        .ifPresent(
            before ->
                life(client)
                    .change(
                        before.id(),
                        new RegistrationAnswers(
                            new Person(
                                who,
                                "Nouveau" + changes,
                                before.person().address(),
                                before.person().phone(),
                                before.person().needs()),
                            before.place(),
                            before.dates(),
                            before.details())));
  }

  /**
   * @param pointless what the model says that the mail is, if it says it
   */
  void send(String mail, Optional<Boolean> pointless, DynamoDbClient client) {
    String key =
        mails().stream()
            .filter(item -> name(item).equals(mail))
            .map(item -> item.required("envoi"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no mail " + mail));
    SendResult result = Post.of(tables, ses.client()).at(now()).sender(client).send(key);
    if (pointless.isPresent()
        && result != (pointless.get() ? SendResult.POINTLESS : SendResult.SENT)) {
      throw new AssertionError(mail + " is " + result);
    }
  }

  /** The mails that wait. */
  List<String> waiting() {
    return state().stream()
        .filter(line -> line.endsWith(" waits"))
        .map(line -> line.substring(0, line.length() - " waits".length()))
        .toList();
  }

  /** The pairs that are on. */
  List<String> on() {
    return tables.items("Pairs").stream()
        .map(item -> tables.pairs().find(Item.of(item).required("binome")).orElseThrow())
        .filter(Pair::isOn)
        .map(pair -> named(pair.id()))
        .sorted()
        .toList();
  }

  int today() {
    return today;
  }

  /** The pairs that a run has decided on and not recorded. */
  List<String> planned() {
    return plan.keySet().stream().sorted().toList();
  }

  boolean isPlanned(String pair) {
    return plan.containsKey(pair);
  }

  /** Whether the run that counts proposes the pair. */
  boolean isProposed(String pair) {
    return tables.pairs().proposal(key(pair)).stream()
        .anyMatch(proposal -> proposal.pair().origin().run().equals(run()));
  }

  /** What the tables say, a line for each person, pair and mail. */
  SortedSet<String> state() {
    SortedSet<String> lines = new TreeSet<>();
    List<String> people = new ArrayList<>(HOSTS);
    people.addAll(GUESTS);
    for (String who : people) {
      lines.add(
          row(who)
              .map(this::noted)
              .map(
                  row ->
                      "%s %s %s handed %d"
                          .formatted(
                              who, row.status(), listed(row.pairs()), row.state().handedOn()))
              .orElse(who + " ABSENT [] handed 0"));
    }
    for (Item item : tables.items("Pairs").stream().map(Item::of).toList()) {
      lines.add(pair(tables.pairs().find(item.required("binome")).orElseThrow()));
    }
    for (Item mail : mails()) {
      boolean waits = List.of("A_ENVOYER", "EN_COURS").contains(mail.required("statut"));
      lines.add(name(mail) + (waits ? " waits" : " ended"));
    }
    lines.addAll(organisers.state().stream().toList());
    return lines;
  }

  /** The mails that the model knows. */
  private List<Item> mails() {
    return tables.items("Mails").stream()
        .map(Item::of)
        .filter(mail -> KINDS.contains(mail.required("modele")))
        .toList();
  }

  private Registration noted(Registration row) {
    numbers.computeIfAbsent(row.id(), _ -> new TreeSet<>()).add(row.number());
    return row;
  }

  private String pair(Pair pair) {
    PairState state = pair.state();
    List<String> named =
        List.of(pair.ambassador(), pair.student()).stream()
            .filter(person -> !person.fullName().isEmpty())
            .map(PersonInPair::registration)
            .toList();
    String line =
        "%s %s day %d offered %s by %s sequence %d names %s"
            .formatted(
                named(pair.id()),
                state.status(),
                DAYS.indexOf(state.date()),
                state.proposed().stream().map(DAYS::indexOf).sorted().toList(),
                state.proposedBy().map(role -> side(pair, role)).orElse("-"),
                pair.calendarSequence(),
                listed(named));
    return pair.status() == PairStatus.PROPOSE
        ? line + " of run " + OrganisersModel.number(pair.origin().run())
        : line;
  }

  private String side(Pair pair, Role role) {
    return named(pair.side(role).registration());
  }

  private String named(String id) {
    return names.getOrDefault(id, id);
  }

  private List<String> listed(Collection<String> ids) {
    return ids.stream().map(this::named).sorted().toList();
  }

  /** The key of a mail in the words of the model: kind, to whom, pair, change. */
  private String name(Item mail) {
    String[] key = mail.required("envoi").split("/", 3);
    String to = key[0] + " " + named(key[1]);
    String[] about = key[2].split("-", 2);
    return switch (key[0]) {
      case "retrait", "efface" ->
          to
              + " "
              + (1
                  + numbers
                      .getOrDefault(key[1], new TreeSet<>())
                      .headSet(Long.parseLong(key[2]))
                      .size());
      case "binome" -> to + " [" + named(about[0]) + "]";
      default -> to + " [" + named(about[0]) + "] " + (ahead(about[0]) + Long.parseLong(about[1]));
    };
  }

  /** By how much the calendar's SEQUENCE, which the model counts, is ahead of the pair's own. */
  private long ahead(String pair) {
    return tables.pairs().find(pair).orElseThrow().state().calendar().ahead();
  }
}
