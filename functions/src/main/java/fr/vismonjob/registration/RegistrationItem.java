package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.form.Labelled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  /** The people who must never be paired with this person; organisers write it by hand. */
  static final String NEVER_WITH = "jamais_avec";

  /** The attributes that are left out of the data that a person can download. */
  static final Set<String> NOT_TOLD = Set.of(NUMBER, REVISION, CALENDAR_SEQUENCE, NEVER_WITH);

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
    Person person = registration.person();
    Place place = registration.place();
    Item item =
        Item.empty()
            .put(REVISION, registration.revision())
            .put(UNPAIRED_BECAUSE, registration.unpairedBecause())
            .put(RegistrationFields.FIRST_NAME.name(), person.firstName())
            .put(RegistrationFields.LAST_NAME.name(), person.lastName())
            .put(RegistrationFields.PHONE.name(), person.phone())
            .put(RegistrationFields.NEEDS.name(), person.needs())
            .put(RegistrationFields.POSTAL_CODE.name(), place.postalCode())
            .put(RegistrationFields.COMMUNE.name(), place.commune())
            .put(COMMUNE_CODE, place.code())
            .put(DEPARTEMENT, place.departement())
            .put(DEPARTEMENT_CODE, place.departementCode())
            .putDecimal(LATITUDE, place.lat(), 4)
            .putDecimal(LONGITUDE, place.lon(), 4)
            .put(
                RegistrationFields.DAYS.name(),
                registration.dates().stream().map(LocalDate::toString).toList());
    switch (registration.details()) {
      case Details.Offer offer -> writeOffer(item, offer);
      case Details.Wishes wishes -> writeWishes(item, wishes);
    }
    return item;
  }

  private static void writeOffer(Item item, Details.Offer offer) {
    put(item, RegistrationFields.ADMINISTRATION.name(), offer.administration());
    put(item, RegistrationFields.SERVICE_LEVEL.name(), offer.level());
    put(item, RegistrationFields.JOB.name(), offer.job());
    item.put(RegistrationFields.SERVICE.name(), offer.service())
        .put(RegistrationFields.TITLE.name(), offer.title())
        .put(RegistrationFields.PRESENTATION.name(), offer.presentation())
        .put(RegistrationFields.CAPACITY.name(), offer.capacity());
  }

  private static void writeWishes(Item item, Details.Wishes wishes) {
    put(item, RegistrationFields.STUDY_LEVEL.name(), wishes.level());
    put(item, RegistrationFields.JOBS.name(), wishes.jobs());
    put(item, RegistrationFields.ADMINISTRATIONS.name(), wishes.administrations());
    item.put(RegistrationFields.SCHOOL.name(), wishes.school())
        .put(RegistrationFields.ANY_JOB.name(), wishes.anyJob())
        .put(RegistrationFields.RADIUS.name(), wishes.radiusKm());
  }

  private static void put(Item item, String name, Labelled labelled) {
    item.put(name, labelled.label()).put(name + CODE, labelled.code());
  }

  private static void put(Item item, String name, List<Labelled> all) {
    item.put(name, all.stream().map(Labelled::label).toList())
        .put(name + CODES, all.stream().map(Labelled::code).toList());
  }

  static Registration read(Item item) {
    return new Registration(
        item.required(ID),
        item.required(EDITION),
        item.requiredNumber(NUMBER),
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
    return new RegistrationAnswers(
        new Person(
            item.required(RegistrationFields.FIRST_NAME.name()),
            item.required(RegistrationFields.LAST_NAME.name()),
            item.required(RegistrationFields.ADDRESS.name()),
            item.textOrEmpty(RegistrationFields.PHONE.name()),
            item.textOrEmpty(RegistrationFields.NEEDS.name())),
        new Place(
            item.required(RegistrationFields.POSTAL_CODE.name()),
            item.required(COMMUNE_CODE),
            item.required(RegistrationFields.COMMUNE.name()),
            item.required(DEPARTEMENT_CODE),
            item.required(DEPARTEMENT),
            item.decimal(LATITUDE),
            item.decimal(LONGITUDE)),
        item.list(RegistrationFields.DAYS.name()).stream().map(LocalDate::parse).toList(),
        Role.valueOf(item.required(ROLE)) == Role.AMBASSADEUR ? readOffer(item) : readWishes(item));
  }

  /** Organisers may have typed a list, a set, or one text with several keys. */
  private static List<String> keys(Item item) {
    return item.listByHand(NEVER_WITH).stream()
        .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s,;]+")))
        .filter(key -> !key.isEmpty())
        .distinct()
        .toList();
  }

  private static Details.Offer readOffer(Item item) {
    return new Details.Offer(
        labelled(item, RegistrationFields.ADMINISTRATION.name()),
        item.required(RegistrationFields.SERVICE.name()),
        labelled(item, RegistrationFields.SERVICE_LEVEL.name()),
        labelled(item, RegistrationFields.JOB.name()),
        item.required(RegistrationFields.TITLE.name()),
        item.textOrEmpty(RegistrationFields.PRESENTATION.name()),
        (int) item.numberOr(RegistrationFields.CAPACITY.name(), 1));
  }

  private static Details.Wishes readWishes(Item item) {
    return new Details.Wishes(
        item.required(RegistrationFields.SCHOOL.name()),
        labelled(item, RegistrationFields.STUDY_LEVEL.name()),
        labelledList(item, RegistrationFields.JOBS.name()),
        item.flag(RegistrationFields.ANY_JOB.name()),
        labelledList(item, RegistrationFields.ADMINISTRATIONS.name()),
        (int) item.requiredNumber(RegistrationFields.RADIUS.name()));
  }

  private static Labelled labelled(Item item, String name) {
    return new Labelled(item.required(name + CODE), item.required(name));
  }

  private static List<Labelled> labelledList(Item item, String name) {
    List<String> codes = item.list(name + CODES);
    List<String> labels = item.list(name);
    List<Labelled> all = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      all.add(new Labelled(codes.get(i), labels.get(i)));
    }
    return all;
  }
}
