package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.Mark;
import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes and reads a pair as an item of the {@code Pairs} table. */
final class PairItem {
  static final String ID = "binome";
  static final String EDITION = "edition";
  private static final String STATUS = "statut";
  private static final String JOB = "metier";
  private static final String ADMINISTRATION = "administration";
  private static final String PLACE = "lieu";
  private static final String DISTANCE_KM = "distance_km";
  private static final String DATE = "date";
  private static final String SCORE = "score";
  private static final String REASONS = "raisons";
  private static final String PROPOSED = "dates_proposees";
  private static final String PROPOSED_BY = "proposees_par";
  static final String RUN = "passage";
  private static final String FORMED_AT = "forme_le";
  private static final String SEQUENCE = "sequence";

  private static final String CALENDAR_UID = "agenda_uid";
  private static final String CALENDAR_AHEAD = "agenda_avance";

  /** When the pair was cancelled, so that organisers read what is new. */
  static final String CALLED_OFF_AT = "annule_le";

  /** How often the two have proposed other days today. */
  static final String PROPOSALS_TODAY = "propositions_du_jour";

  /** What the ambassador has asked a colleague; see {@link Relay}. */
  static final String RELAY_ADDRESS = "relais_courriel";

  static final String RELAY_COLLEAGUE = "relais_inscription";
  static final String RELAY_AT = "relais_le";

  /** The key of the pair with the colleague who has taken over from this one. */
  static final String RELAYED_AS = "relais_binome";

  /** How often the ambassador has asked a colleague today. */
  static final String RELAYS_TODAY = "relais_du_jour";

  /** Marks a pair that organisers want to cancel; they write it by hand. */
  static final Mark TO_RELEASE = new Mark("a_annuler");

  private static final Pattern VERSION = Pattern.compile("([0-9]{1,18})/([0-9]{1,18})/([0-9a-f]+)");

  private PairItem() {}

  /** All attributes but the key. */
  static Item content(Pair pair) {
    Item item =
        Item.empty()
            .put(EDITION, pair.edition())
            .put(JOB, pair.workplace().job())
            .put(ADMINISTRATION, pair.workplace().administration())
            .put(PLACE, pair.workplace().place())
            .putDecimal(DISTANCE_KM, pair.workplace().distanceKm(), 1)
            .put(SCORE, pair.origin().score())
            .put(REASONS, pair.origin().reasons())
            .put(RUN, pair.origin().run())
            .put(FORMED_AT, pair.origin().formedAt().map(Instant::toString));
    for (Role role : Role.values()) {
      PersonInPair side = pair.side(role);
      item.put(name(role), side.fullName())
          .put(address(role), side.address())
          .put(registration(role), side.registration())
          .put(toCall(role), side.toCall());
    }
    return item.putAll(state(pair.state())).putAll(feedback(pair));
  }

  static Item state(PairState state) {
    return Item.empty()
        .put(STATUS, state.status().name())
        .put(DATE, state.date().toString())
        .put(PROPOSED, state.proposed().stream().map(LocalDate::toString).toList())
        .put(PROPOSED_BY, state.proposedBy().map(Role::name))
        .put(SEQUENCE, state.sequence())
        .put(CALLED_OFF_AT, state.calledOffAt().map(Instant::toString))
        .put(CALENDAR_UID, state.calendar().inherited())
        .put(CALENDAR_AHEAD, state.calendar().ahead());
  }

  /** What the two say of the day. */
  static Item feedback(Pair pair) {
    Item item = Item.empty();
    for (Role role : Role.values()) {
      item.put(
          feedback(role), pair.side(role).feedback().map(FeedbackItem::write).orElse(Item.empty()));
    }
    return item;
  }

  static Pair read(Item item) {
    PairStatus status = item.oneOf(STATUS, PairStatus.class);
    return new Pair(
        item.required(ID),
        item.required(EDITION),
        side(item, Role.AMBASSADEUR),
        side(item, Role.ETUDIANT),
        new Workplace(
            item.required(JOB),
            item.required(ADMINISTRATION),
            item.textOrEmpty(PLACE),
            item.decimal(DISTANCE_KM, 25_000)),
        new PairOrigin(
            item.required(RUN),
            formedAt(item, status),
            (int) item.requiredNumber(SCORE),
            item.list(REASONS)),
        new PairState(
            status,
            item.day(DATE),
            item.days(PROPOSED),
            item.findOneOf(PROPOSED_BY, Role.class),
            item.numberOr(SEQUENCE, 0),
            item.findInstant(CALLED_OFF_AT),
            new CalendarIdentity(item.find(CALENDAR_UID), item.numberOr(CALENDAR_AHEAD, 0))));
  }

  /** A proposal has none, and neither has one that organisers called off. */
  private static Optional<Instant> formedAt(Item item, PairStatus status) {
    boolean mayHaveNone = status == PairStatus.PROPOSE || status == PairStatus.ANNULE;
    return mayHaveNone ? item.findInstant(FORMED_AT) : Optional.of(item.instant(FORMED_AT));
  }

  /**
   * The attribute with the name of one of the two. The other attributes about that person begin
   * with it.
   */
  static String name(Role role) {
    return switch (role) {
      case AMBASSADEUR -> "ambassadeur";
      case ETUDIANT -> "etudiant";
    };
  }

  static String address(Role role) {
    return name(role) + "_courriel";
  }

  static String registration(Role role) {
    return name(role) + "_inscription";
  }

  /** Why an organiser should call one of the two; the organiser removes it after the call. */
  static String toCall(Role role) {
    return name(role) + "_a_appeler";
  }

  /**
   * The attribute of a proposal with the number, the revision and the wishes' fingerprint of one of
   * the two registrations as the run read it: whoever has changed since is not paired by it.
   */
  private static String version(Role role) {
    return name(role) + "_version";
  }

  static Item versions(PlannedPair planned) {
    return Item.empty()
        .put(version(Role.AMBASSADEUR), version(planned.ambassador()))
        .put(version(Role.ETUDIANT), version(planned.student()));
  }

  static Item noVersions() {
    return Item.empty().put(version(Role.AMBASSADEUR), "").put(version(Role.ETUDIANT), "");
  }

  private static String version(Entrant.Standing standing) {
    return standing.number() + "/" + standing.revision() + "/" + standing.wishes();
  }

  private static Optional<Entrant.Standing> standing(Item item, Pair pair, Role role) {
    return item.find(version(role))
        .map(VERSION::matcher)
        .filter(Matcher::matches)
        .map(
            version ->
                new Entrant.Standing(
                    pair.side(role).registration(),
                    Long.parseLong(version.group(1)),
                    Long.parseLong(version.group(2)),
                    version.group(3),
                    true));
  }

  static Proposal proposal(Item item) {
    Pair pair = read(item);
    return new Proposal(
        pair,
        standing(item, pair, Role.AMBASSADEUR),
        standing(item, pair, Role.ETUDIANT),
        TO_RELEASE.isOn(item));
  }

  static Optional<Relay> relay(Item item) {
    return item.findInstant(RELAY_AT)
        .map(
            at ->
                new Relay(
                    item.required(ID),
                    item.find(RELAY_ADDRESS),
                    item.textOrEmpty(RELAY_COLLEAGUE),
                    at));
  }

  /** The attributes that tell of somebody else than the two. */
  static Item noColleague() {
    return Item.empty().put(RELAY_ADDRESS, "").put(RELAY_COLLEAGUE, "");
  }

  /** Whether a row, which need not be readable, has a name, an address or a comment. */
  static boolean tellsOfSomebody(Item row) {
    return Stream.of(Role.values())
            .flatMap(role -> Stream.of(name(role), address(role), feedback(role)))
            .anyMatch(name -> row.value(name).filter(PairItem::tells).isPresent())
        || !row.isNothing(RELAY_ADDRESS);
  }

  /** A text, or feedback with a comment. */
  private static boolean tells(AttributeValue value) {
    return !value.hasM() || value.m().containsKey(FeedbackItem.COMMENT);
  }

  /** What takes all this out of a row. */
  static Item withoutPeople(Item row) {
    Item rest = noColleague();
    for (Role role : Role.values()) {
      Map<String, AttributeValue> said =
          new HashMap<>(row.value(feedback(role)).map(AttributeValue::m).orElse(Map.of()));
      said.remove(FeedbackItem.COMMENT);
      rest.put(name(role), "").put(address(role), "").put(feedback(role), Item.of(said));
    }
    return rest;
  }

  static Item noRelay() {
    return noColleague().put(RELAY_AT, "");
  }

  static Item relay(Relay relay) {
    return Item.empty()
        .put(RELAY_ADDRESS, relay.address())
        .put(RELAY_COLLEAGUE, relay.address().map(_ -> relay.colleague()))
        .put(RELAY_AT, relay.at().toString());
  }

  /** The attribute with the person's feedback on the day. */
  static String feedback(Role role) {
    return "avis_" + name(role);
  }

  private static PersonInPair side(Item item, Role role) {
    return new PersonInPair(
        item.required(registration(role)),
        item.textOrEmpty(name(role)),
        item.textOrEmpty(address(role)),
        item.findNote(toCall(role)),
        item.nested(feedback(role)).map(FeedbackItem::read));
  }
}
