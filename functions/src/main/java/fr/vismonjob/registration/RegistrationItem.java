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
  private static final String ADDRESS = "courriel";
  private static final String REGISTERED_AT = "inscrit_le";
  static final String SEAT = "seance";
  static final String CALENDAR_SEQUENCE = "seance_sequence";
  static final String PAIRS = "binomes";
  static final String PARTNERS = "binome_avec";
  private static final String FIRST_NAME = "prenom";
  private static final String LAST_NAME = "nom";
  private static final String PHONE = "telephone";
  private static final String NEEDS = "besoins";
  private static final String POSTAL_CODE = "code_postal";
  private static final String COMMUNE = "commune";
  private static final String COMMUNE_CODE = "commune_code";
  private static final String DEPARTEMENT = "departement";
  private static final String DEPARTEMENT_CODE = "departement_code";
  private static final String LATITUDE = "latitude";
  private static final String LONGITUDE = "longitude";
  private static final String DATES = "dates";
  private static final String SERVICE = "service";
  private static final String TITLE = "intitule";
  private static final String PRESENTATION = "presentation";
  private static final String CAPACITY = "capacite";
  private static final String SCHOOL = "etablissement";
  private static final String ANY_JOB = "tout_metier";
  private static final String RADIUS_KM = "rayon_km";

  /** Ending of the attribute with the code, beside the attribute with the label. */
  private static final String CODE = "_code";

  private static final String CODES = "_codes";
  private static final String ADMINISTRATION = "administration";
  private static final String LEVEL = "echelon";
  private static final String JOB = "metier";
  private static final String STUDY_LEVEL = "niveau";
  private static final String JOBS = "metiers";
  private static final String ADMINISTRATIONS = "administrations";

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
            .put(STATUS, registration.status().name())
            .put(NUMBER, registration.number())
            .put(REVISION, registration.revision())
            .put(ADDRESS, registration.person().address())
            .put(REGISTERED_AT, registration.registeredAt().toString())
            .put(CALENDAR_SEQUENCE, registration.state().calendarSequence())
            .put(PAIRS, registration.pairs())
            .put(PARTNERS, registration.state().partners());
    registration.seat().ifPresent(seat -> item.put(SEAT, seat));
    registration.unpairedBecause().ifPresent(why -> item.put(UNPAIRED_BECAUSE, why));
    registration.reachability().toCall().ifPresent(why -> item.put(TO_CALL, why));
    registration.reachability().stopped().ifPresent(why -> item.put(MAILS_STOPPED, why));
    if (!registration.neverWith().isEmpty()) {
      item.put(NEVER_WITH, registration.neverWith());
    }
    return item.putAll(answers(registration));
  }

  /** The answers. An answer that was left out has no attribute. */
  static Item answers(Registration registration) {
    Person person = registration.person();
    Place place = registration.place();
    Item item =
        Item.empty()
            .put(FIRST_NAME, person.firstName())
            .put(LAST_NAME, person.lastName())
            .put(PHONE, person.phone())
            .put(NEEDS, person.needs())
            .put(POSTAL_CODE, place.postalCode())
            .put(COMMUNE, place.commune())
            .put(COMMUNE_CODE, place.code())
            .put(DEPARTEMENT, place.departement())
            .put(DEPARTEMENT_CODE, place.departementCode())
            .putDecimal(LATITUDE, place.lat(), 4)
            .putDecimal(LONGITUDE, place.lon(), 4)
            .put(DATES, registration.dates().stream().map(LocalDate::toString).toList());
    switch (registration.details()) {
      case Details.Offer offer -> writeOffer(item, offer);
      case Details.Wishes wishes -> writeWishes(item, wishes);
    }
    return item;
  }

  private static void writeOffer(Item item, Details.Offer offer) {
    put(item, ADMINISTRATION, offer.administration());
    put(item, LEVEL, offer.level());
    put(item, JOB, offer.job());
    item.put(SERVICE, offer.service())
        .put(TITLE, offer.title())
        .put(PRESENTATION, offer.presentation())
        .put(CAPACITY, offer.capacity());
  }

  private static void writeWishes(Item item, Details.Wishes wishes) {
    put(item, STUDY_LEVEL, wishes.level());
    put(item, JOBS, wishes.jobs());
    put(item, ADMINISTRATIONS, wishes.administrations());
    item.put(SCHOOL, wishes.school())
        .put(ANY_JOB, wishes.anyJob())
        .put(RADIUS_KM, wishes.radiusKm());
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
            item.required(FIRST_NAME),
            item.required(LAST_NAME),
            item.required(ADDRESS),
            item.textOrEmpty(PHONE),
            item.textOrEmpty(NEEDS)),
        new Place(
            item.required(POSTAL_CODE),
            item.required(COMMUNE_CODE),
            item.required(COMMUNE),
            item.required(DEPARTEMENT_CODE),
            item.required(DEPARTEMENT),
            item.decimal(LATITUDE),
            item.decimal(LONGITUDE)),
        item.list(DATES).stream().map(LocalDate::parse).toList(),
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
        labelled(item, ADMINISTRATION),
        item.required(SERVICE),
        labelled(item, LEVEL),
        labelled(item, JOB),
        item.required(TITLE),
        item.textOrEmpty(PRESENTATION),
        (int) item.numberOr(CAPACITY, 1));
  }

  private static Details.Wishes readWishes(Item item) {
    return new Details.Wishes(
        item.required(SCHOOL),
        labelled(item, STUDY_LEVEL),
        labelledList(item, JOBS),
        item.flag(ANY_JOB),
        labelledList(item, ADMINISTRATIONS),
        (int) item.requiredNumber(RADIUS_KM));
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
