package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.form.AnswerSource;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.FilledField;
import fr.vismonjob.form.Kind;
import fr.vismonjob.form.Labelled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes and reads a registration as an item of the {@code Registrations} table: words for
 * organisers, with codes beside them.
 */
final class RegistrationItem {
  static final String ID = "inscription";
  static final String EDITION = "edition";
  private static final String ROLE = "role";
  static final String STATUS = "statut";
  static final String NUMBER = "numero";

  /** Only if it is another than the registration's number. */
  static final String LINK_NUMBER = "lien_numero";

  static final String REVISION = "revision";
  private static final String REGISTERED_AT = "inscrit_le";
  static final String SEAT = "seance";
  static final String CALENDAR_SEQUENCE = "seance_sequence";
  static final String PAIRS = "binomes";
  static final String PARTNERS = "binome_avec";
  private static final String COMMUNE_CODE = "commune_code";
  private static final String DEPARTEMENT = "departement";
  private static final String DEPARTEMENT_CODE = "departement_code";
  private static final String LATITUDE = "latitude";
  private static final String LONGITUDE = "longitude";

  /** Ending of the attribute with the code, beside the attribute with the label. */
  private static final String CODE = "_code";

  private static final String CODES = "_codes";

  /** Why an organiser should call; the organiser removes it after the call. */
  static final String TO_CALL = "a_appeler";

  /** Why no more mails are sent; an organiser removes it when the address is good again. */
  static final String MAILS_STOPPED = "mails_arretes";

  /** Why a run found no partner for the person. */
  static final String UNPAIRED_BECAUSE = "sans_binome";

  /** How often the person has booked or cancelled a coaching seat today. */
  static final String SEATS_TODAY = "seances_du_jour";

  /** The people who must never be paired with this person; organisers write it by hand. */
  static final String NEVER_WITH = "jamais_avec";

  /** The attributes that are left out of the data that a person can download. */
  static final Set<String> NOT_TOLD =
      Set.of(NUMBER, LINK_NUMBER, REVISION, CALENDAR_SEQUENCE, NEVER_WITH);

  private RegistrationItem() {}

  static Item write(Registration registration) {
    Item item =
        Item.empty()
            .put(ID, registration.id())
            .put(EDITION, registration.edition())
            .put(ROLE, registration.role().name())
            .put(NUMBER, registration.number())
            .put(RegistrationFields.ADDRESS.name(), registration.person().address())
            .put(REGISTERED_AT, registration.registeredAt().toString())
            .put(TO_CALL, registration.reachability().toCall())
            .put(MAILS_STOPPED, registration.reachability().stopped());
    if (registration.linkNumber() != registration.number()) {
      item.put(LINK_NUMBER, registration.linkNumber());
    }
    if (!registration.neverWith().isEmpty()) {
      item.put(NEVER_WITH, registration.neverWith());
    }
    return item.putAll(state(registration.state())).putAll(wishes(registration));
  }

  /** Where the registration stands. */
  static Item state(RegistrationState state) {
    return Item.empty()
        .put(STATUS, state.status().name())
        .put(SEAT, state.seat())
        .put(CALENDAR_SEQUENCE, state.calendarSequence())
        .put(PAIRS, state.pairs())
        .put(PARTNERS, state.partners());
  }

  /** What the person has answered and may change, and what rests on these answers alone. */
  static Item wishes(Registration registration) {
    Place place = registration.place();
    Item item =
        Item.empty()
            .put(REVISION, registration.revision())
            .put(UNPAIRED_BECAUSE, registration.unpairedBecause());
    FilledForm.of(registration).stream()
        .filter(answer -> !RegistrationFields.isFixed(answer.field()))
        .forEach(answer -> put(item, answer));
    return item.put(RegistrationFields.COMMUNE.name(), place.commune())
        .put(COMMUNE_CODE, place.code())
        .put(DEPARTEMENT, place.departement())
        .put(DEPARTEMENT_CODE, place.departementCode())
        .putDecimal(LATITUDE, place.lat(), 4)
        .putDecimal(LONGITUDE, place.lon(), 4);
  }

  private static void put(Item item, FilledField answer) {
    String name = answer.field().name();
    List<String> codes = answer.typed();
    List<String> labels = answer.values().stream().map(Labelled::label).toList();
    switch (answer.field().kind()) {
      case Kind.Text _, Kind.Day _, Kind.Action _ -> item.put(name, String.join("", codes));
      case Kind.Choice _ ->
          item.put(name, String.join("", labels)).put(name + CODE, String.join("", codes));
      case Kind.Ranking _ -> item.put(name, labels).put(name + CODES, codes);
      case Kind.Whole _ -> item.put(name, Long.parseLong(codes.getFirst()));
      case Kind.Box _ -> item.put(name, !codes.isEmpty());
      case Kind.Days _ -> item.put(name, codes);
    }
  }

  static Registration read(Item item) {
    return new Registration(
        item.required(ID),
        item.required(EDITION),
        item.requiredNumber(NUMBER),
        item.numberOr(LINK_NUMBER, item.requiredNumber(NUMBER)),
        item.requiredNumber(REVISION),
        Instant.parse(item.required(REGISTERED_AT)),
        readAnswers(item),
        new RegistrationState(
            Status.valueOf(item.required(STATUS)),
            item.find(SEAT),
            item.numberOr(CALENDAR_SEQUENCE, 0),
            item.list(PAIRS),
            item.list(PARTNERS)),
        new Reachability(item.find(MAILS_STOPPED), item.find(TO_CALL)),
        item.find(UNPAIRED_BECAUSE),
        keys(item));
  }

  private static RegistrationAnswers readAnswers(Item item) {
    Stored stored = new Stored(item);
    return new RegistrationAnswers(
        FilledForm.person(stored, stored.text(RegistrationFields.ADDRESS)),
        new Place(
            stored.text(RegistrationFields.POSTAL_CODE),
            item.required(COMMUNE_CODE),
            item.required(RegistrationFields.COMMUNE.name()),
            item.required(DEPARTEMENT_CODE),
            item.required(DEPARTEMENT),
            item.decimal(LATITUDE),
            item.decimal(LONGITUDE)),
        stored.days(RegistrationFields.DAYS),
        FilledForm.details(stored, Role.valueOf(item.required(ROLE))));
  }

  /** Organisers may have typed a list, a set, or one text with several keys. */
  private static List<String> keys(Item item) {
    return item.listByHand(NEVER_WITH).stream()
        .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s,;]+")))
        .filter(key -> !key.isEmpty())
        .distinct()
        .toList();
  }

  /** The answers that an item keeps, each under its field's name. */
  private record Stored(Item item) implements AnswerSource {
    @Override
    public String text(Field<? extends Kind.Text> field) {
      return field.isRequired() ? item.required(field.name()) : item.textOrEmpty(field.name());
    }

    @Override
    public Labelled choice(Field<Kind.Choice> field) {
      return new Labelled(item.required(field.name() + CODE), item.required(field.name()));
    }

    @Override
    public List<Labelled> ranking(Field<Kind.Ranking> field) {
      List<String> codes = item.list(field.name() + CODES);
      List<String> labels = item.list(field.name());
      return IntStream.range(0, codes.size())
          .mapToObj(i -> new Labelled(codes.get(i), labels.get(i)))
          .toList();
    }

    @Override
    public int whole(Field<Kind.Whole> field) {
      return (int) item.numberOr(field.name(), field.kind().otherwise());
    }

    @Override
    public boolean ticked(Field<Kind.Box> field) {
      return item.flag(field.name());
    }

    @Override
    public List<LocalDate> days(Field<Kind.Days> field) {
      return item.list(field.name()).stream().map(LocalDate::parse).toList();
    }
  }
}
