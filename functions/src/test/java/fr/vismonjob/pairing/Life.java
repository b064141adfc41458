package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.named;
import static fr.vismonjob.registration.RegistrationBuilder.student;

import fr.vismonjob.coaching.Booking;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.registration.Confirming;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import fr.vismonjob.registration.Welcome;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Some people of an edition in the tables, and the use cases on them, on a day of the test's
 * choice.
 */
public final class Life {
  public static final Edition EDITION = EditionBuilder.edition().build();
  public static final LocalDate TODAY = LocalDate.parse("2026-11-12");

  /**
   * Ada can host three and hosts Zoe and Yan; she has a coaching seat. Bob and Xam wait for a
   * partner.
   */
  public static final String ADA = RegistrationBuilder.id("Ada");

  public static final String BOB = RegistrationBuilder.id("Bob");
  public static final String ZOE = RegistrationBuilder.id("Zoe");
  public static final String YAN = RegistrationBuilder.id("Yan");
  public static final String XAM = RegistrationBuilder.id("Xam");
  public static final String WITH_ZOE = "0000000000000000000000000000000a";
  public static final String WITH_YAN = "0000000000000000000000000000000b";
  public static final String SEAT = "2026-11-18-10h";

  private final LocalTables tables;
  private final DynamoDbClient client;
  private final InstantSource clock;

  private Life(LocalTables tables, DynamoDbClient client, InstantSource clock) {
    this.tables = tables;
    this.client = client;
    this.clock = clock;
  }

  /** The people that are in the tables already. */
  static Life of(LocalTables tables, DynamoDbClient client, InstantSource clock) {
    return new Life(tables, client, clock);
  }

  /** Everybody newly in the tables, on 12 November 2026. */
  public static Life begun(LocalTables tables) {
    RegistrationBuilder ada =
        ambassador("Ada")
            .capacity(3)
            .seat(SEAT, 1)
            .pairedWith(WITH_ZOE, "Zoe Martin")
            .pairedWith(WITH_YAN, "Yan Martin");
    RegistrationBuilder zoe = student("Zoe").number(5).pairedWith(WITH_ZOE, "Ada Martin");
    RegistrationBuilder yan = student("Yan").pairedWith(WITH_YAN, "Ada Martin");
    Stream.of(ada, zoe, yan, ambassador("Bob"), student("Xam"))
        .forEach(person -> tables.put("Registrations", person.item()));
    tables.put("Pairs", PairBuilder.pair(WITH_ZOE, ada.build(), zoe.build()).item());
    tables.put("Pairs", PairBuilder.pair(WITH_YAN, ada.build(), yan.build()).item());
    return new Life(tables, tables.client(), at(TODAY))
        .slot(SEAT, RegistrationBuilder.id("Somebody"), ADA);
  }

  /** A coaching hour on the day that its name begins with. */
  public static Map<String, AttributeValue> slotItem(String id, int seats, String... attendees) {
    return Item.empty()
        .put("seance", id)
        .put("edition", "2026")
        .put("debut", id.substring(0, 10) + "T10:00+01:00")
        .put("fin", id.substring(0, 10) + "T11:00+01:00")
        .put("places", seats)
        .put("places_restantes", seats - attendees.length)
        .put("inscrits", List.of(attendees))
        .attributes();
  }

  /** A coaching hour of ten seats, on the day that its name begins with. */
  public Life slot(String id, String... attendees) {
    tables.put("CoachingSlots", slotItem(id, 10, attendees));
    return this;
  }

  Life registered(RegistrationBuilder person) {
    tables.put("Registrations", person.item());
    return this;
  }

  private static InstantSource at(LocalDate day) {
    Instant noon = day.atTime(LocalTime.NOON).atZone(FrenchDates.PARIS).toInstant();
    return InstantSource.fixed(noon);
  }

  Life on(String day) {
    return new Life(tables, client, at(LocalDate.parse(day)));
  }

  /** The same people at a time in Paris. */
  Life at(String time) {
    return new Life(
        tables,
        client,
        InstantSource.fixed(LocalDateTime.parse(time).atZone(FrenchDates.PARIS).toInstant()));
  }

  /** The same people through another client. */
  Life through(DynamoDbClient other) {
    return new Life(tables, other, clock);
  }

  private Tables tables() {
    return tables.tables(client, clock);
  }

  boolean withdraw(String who) {
    return new Withdrawing(tables()).withdraw(who);
  }

  Changing.ChangeOutcome change(String who, RegistrationAnswers form) {
    return new Changing(tables()).change(who, form);
  }

  Booking.SeatOutcome book(String who, String slot) {
    return booking().book(who, slot);
  }

  Booking.SeatOutcome leaveSeat(String who) {
    return booking().cancel(who);
  }

  private Booking booking() {
    return new Booking(
        tables().registrations(),
        tables().slots(),
        tables().mails(),
        tables().transactions(),
        clock);
  }

  Status confirm(String who) {
    return new Confirming(
            tables().registrations(),
            tables().mails(),
            tables().subscriptions(),
            tables().transactions(),
            clock)
        .confirm(visitor(who))
        .status();
  }

  void erase(String who) {
    erasing().erase(who, tables.addresses(client));
  }

  void eraseQuietly(String who) {
    erasing().eraseQuietly(who, FrenchDates.dayOf(clock.instant()));
  }

  /**
   * @return whether somebody has been erased
   */
  boolean forgetUnconfirmed(String who) {
    return erasing().eraseUnconfirmed(who, FrenchDates.dayOf(clock.instant()));
  }

  /** Somebody wants to be told of the edition that comes after the one with that name. */
  void wantsToBeTold(String address, String edition) {
    Edition earlier = EditionBuilder.edition(edition).build();
    tables()
        .decide(
            "keeping the wish of " + address,
            () ->
                new Decision<>(
                    address, tables().subscriptions().keep(address, earlier, clock.instant())));
  }

  private Erasing erasing() {
    return new Erasing(tables());
  }

  PairOutcome act(String who, String pair, PairAction action) {
    return act(who, Optional.of(pair), action);
  }

  PairOutcome act(String who, Optional<String> pair, PairAction action) {
    return act(visitor(who), pair, action);
  }

  /**
   * @param visitor as read when the page was opened
   */
  PairOutcome act(Registration visitor, Optional<String> pair, PairAction action) {
    return new ActingOnPair(tables(), entrusting())
        .act(visitor, new PairForm.Valid(pair, action), () -> EDITION);
  }

  private Entrusting entrusting() {
    return new Entrusting(
        tables(),
        tables.addresses(client),
        new AllowanceTable(client, "MailAllowances"),
        LocalTables.KEYED);
  }

  private TakingOver taking() {
    return new TakingOver(tables(), tables.addresses(client));
  }

  /** The ambassador of a pair asks a colleague to host. */
  public PairOutcome entrust(String pair, String colleague) {
    return act(pair(pair).ambassador().registration(), pair, new PairAction.Entrust(colleague));
  }

  /** What a colleague is asked about a pair, read when the page is opened. */
  public Relay relay(String pair) {
    return tables.pairs().relays().find(pair).orElseThrow();
  }

  TakingOver.Outcome takeOver(Relay asked, RegistrationAnswers answers) {
    return taking()
        .accept(asked.pair(), asked.at(), Optional.empty(), Optional.of(answers), _ -> EDITION);
  }

  /** Whoever is registered already takes over without a form. */
  TakingOver.Outcome takeOver(Relay asked) {
    return taking()
        .accept(asked.pair(), asked.at(), Optional.empty(), Optional.empty(), _ -> EDITION);
  }

  TakingOver.Outcome decline(Relay asked) {
    return taking().decline(asked.pair(), asked.at(), _ -> EDITION);
  }

  TakingOver.Asked asked(Relay relay) {
    return taking().asked(relay.pair(), relay.at(), _ -> EDITION);
  }

  PairOutcome propose(String who, String pair, String... days) {
    return act(who, pair, new PairAction.Propose(Stream.of(days).map(LocalDate::parse).toList()));
  }

  PairOutcome accept(String who, String pair, String day) {
    return act(who, pair, new PairAction.Accept(LocalDate.parse(day)));
  }

  PairOutcome cancel(String who, String pair) {
    return act(who, pair, new PairAction.Cancel());
  }

  PairOutcome welcome(String who, Welcome welcome) {
    return new ActingOnPair(tables(), entrusting())
        .act(visitor(who), new PairForm.ToWelcome(welcome), () -> EDITION);
  }

  /** An organiser marks a pair in the console. */
  Life marked(String pair) {
    tables.update("Pairs", pair).set(Item.empty().put("a_annuler", true)).apply();
    return this;
  }

  /** An organiser sets an attribute of somebody's row in the console. */
  Life typed(String who, String attribute, AttributeValue value) {
    return typed("Registrations", "inscription", who, attribute, value);
  }

  Life typedOnPair(String pair, String attribute, AttributeValue value) {
    return typed("Pairs", "binome", pair, attribute, value);
  }

  private Life typed(
      String table, String keyName, String key, String attribute, AttributeValue value) {
    tables
        .client()
        .updateItem(
            update ->
                update
                    .tableName(table)
                    .key(Map.of(keyName, AttributeValue.fromS(key)))
                    .updateExpression("SET #a = :v")
                    .expressionAttributeNames(Map.of("#a", attribute))
                    .expressionAttributeValues(Map.of(":v", value)));
    return this;
  }

  /** The table's stream brings a marked row of a person, or of a pair. */
  void follow(String key) {
    if (key.equals(WITH_ZOE) || key.equals(WITH_YAN)) {
      marks().onPair(key, FrenchDates.dayOf(clock.instant()), UnreadableRow::log);
    } else {
      marks().onRegistration(key, UnreadableRow::log);
    }
  }

  /** What stands in an attribute of a row, as a text; empty if nothing does. */
  String standing(String key, String attribute) {
    return Stream.of("Registrations", "Pairs")
        .flatMap(table -> tables.items(table).stream())
        .map(Item::of)
        .filter(
            row ->
                Stream.of("inscription", "binome")
                    .anyMatch(name -> row.find(name).equals(Optional.of(key))))
        .map(row -> row.value(attribute).map(AttributeValue::toString).orElse(""))
        .findFirst()
        .orElse("");
  }

  /** The daily run calls off what organisers have marked. */
  int release() {
    return marks()
        .onShare(
            EDITION.id(),
            FrenchDates.dayOf(clock.instant()),
            Share.WHOLE,
            LocalTables.ALL_READABLE);
  }

  ActingOnMarks marks() {
    return tables.marks(client, clock);
  }

  PairOutcome say(String who, String pair, Feedback feedback) {
    return act(who, pair, new PairAction.Report(feedback, false));
  }

  /** Whoever opens a page: read before anything can go wrong. */
  private Registration visitor(String who) {
    return person(who);
  }

  public Registration person(String who) {
    return tables.registrations().find(who).orElseThrow();
  }

  public Pair pair(String id) {
    return tables.pairs().find(id).orElseThrow();
  }

  /** What is queued: each mail's kind and whose it is, such as {@code retrait Ada}. */
  public List<String> mailsQueued() {
    return tables.items("Mails").stream()
        .map(Item::of)
        .map(item -> item.required("modele") + " " + name(item.required("inscription")))
        .sorted()
        .toList();
  }

  /** The details of a queued mail, by their names in the table. */
  Map<String, String> details(String key) {
    return tables.mailDetails(key);
  }

  private static String name(String registration) {
    return Stream.of("Ada", "Bob", "Zoe", "Yan", "Xam")
        .filter(name -> RegistrationBuilder.id(name).equals(registration))
        .findFirst()
        .orElse(registration);
  }

  /** All that the tables hold, in an order of its own. */
  public SortedSet<String> everything() {
    SortedSet<String> all = new TreeSet<>();
    for (String table : List.of("Registrations", "Pairs", "CoachingSlots", "Mails")) {
      tables.items(table).forEach(item -> all.add(table + " " + new TreeMap<>(item)));
    }
    return all;
  }

  /** Other answers of somebody, with everything but the name as it was. */
  RegistrationAnswers renamed(String who, String first, String last) {
    Registration person = person(who);
    return new RegistrationAnswers(
        named(first, last, person.person().address(), "06 12 34 56 78"),
        person.place(),
        person.dates(),
        person.details());
  }
}
