package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.Mark;
import fr.vismonjob.form.FilledField;
import fr.vismonjob.form.Kind;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.registration.Consents.Consent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /** Only if it is another than the registration's number. */
  static final String LINK_NUMBER = "lien_numero";

  static final String REVISION = "revision";
  static final String REGISTERED_AT = "inscrit_le";
  private static final String CONSENTED = "consenti";
  private static final String NEEDS_CONSENTED = "besoins_consentis";

  /** Endings of the attributes about a consent. */
  private static final String AT = "_le";

  private static final String TEXT = "_texte";

  static final String SEAT = "seance";
  static final String CALENDAR_SEQUENCE = "seance_sequence";
  static final String PAIRS = "binomes";
  static final String PARTNERS = "binome_avec";
  private static final String WITHDRAWN_AT = "retiree_le";
  private static final String COMMUNE_CODE = "commune_code";
  private static final String DEPARTEMENT = "departement";
  private static final String DEPARTEMENT_CODE = "departement_code";
  private static final String LATITUDE = "latitude";
  private static final String LONGITUDE = "longitude";

  /** Ending of the attribute with the code, beside the attribute with the label. */
  static final String CODE = "_code";

  static final String CODES = "_codes";

  /** Why an organiser should call; the organiser removes it after the call. */
  static final String TO_CALL = "a_appeler";

  /** Why no more mails are sent; an organiser removes it when the address is good again. */
  static final String MAILS_STOPPED = "mails_arretes";

  /** Why a run found no partner for the person. */
  static final String UNPAIRED_BECAUSE = "sans_binome";

  /** How many places the person has handed on to colleagues; only if any. */
  static final String HANDED_ON = "places_confiees";

  /** How often the person has booked or cancelled a coaching seat today. */
  static final String SEATS_TODAY = "seances_du_jour";

  /** The new address that the person has asked for, and when. */
  static final String REQUESTED_ADDRESS = "courriel_demande";

  static final String REQUESTED_AT = "courriel_demande_le";

  /** The people who must never be paired with this person; organisers write it by hand. */
  static final String NEVER_WITH = "jamais_avec";

  /** The mark by which organisers have something done; they write it by hand. */
  static Mark mark(MarkedAct act) {
    return new Mark(
        switch (act) {
          case ERASE -> "a_effacer";
          case CHANGE_ADDRESS -> "nouveau_courriel";
          case WITHDRAW -> "a_retirer";
          case SEND_LINK -> "a_renvoyer";
        });
  }

  /** The attributes that are left out of the data that a person can download. */
  static final Set<String> NOT_TOLD =
      Set.of(
          NUMBER,
          LINK_NUMBER,
          REVISION,
          CALENDAR_SEQUENCE,
          NEVER_WITH,
          ImposedItem.WITH,
          ImposedItem.REFUSAL);

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
            .putAll(consent(CONSENTED, registration.consents().use()))
            .put(TO_CALL, registration.reachability().toCall())
            .put(MAILS_STOPPED, registration.reachability().stopped());
    if (registration.linkNumber() != registration.number()) {
      item.put(LINK_NUMBER, registration.linkNumber());
    }
    if (!registration.neverWith().isEmpty()) {
      item.put(NEVER_WITH, registration.neverWith());
    }
    return item.putAll(ImposedItem.write(registration.imposed()))
        .putAll(state(registration.state()))
        .putAll(answers(registration))
        .putAll(WelcomeItem.write(registration.welcome()));
  }

  /** Where the registration stands. */
  static Item state(RegistrationState state) {
    Item item =
        state.handedOn() == 0
            ? Item.empty().put(HANDED_ON, "")
            : Item.empty().put(HANDED_ON, state.handedOn());
    return item.put(STATUS, state.status().name())
        .put(SEAT, state.seat())
        .put(CALENDAR_SEQUENCE, state.calendarSequence())
        .put(PAIRS, state.pairs())
        .put(PARTNERS, state.partners())
        .put(WITHDRAWN_AT, state.withdrawnAt().map(Instant::toString));
  }

  /** What the person has answered and may change, and what rests on these answers alone. */
  static Item answers(Registration registration) {
    Place place = registration.place();
    Item item =
        Item.empty()
            .put(REVISION, registration.revision())
            .put(UNPAIRED_BECAUSE, registration.unpairedBecause())
            .putAll(consent(NEEDS_CONSENTED, registration.consents().needs()));
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

  private static Item consent(String name, Optional<Consent> consent) {
    return Item.empty()
        .put(name + AT, consent.map(given -> given.at().toString()))
        .put(name + TEXT, consent.map(Consent::text));
  }

  private static Optional<Consent> consent(Item item, String name) {
    return item.findInstant(name + AT).map(at -> new Consent(at, item.textOrEmpty(name + TEXT)));
  }

  private static void put(Item item, FilledField answer) {
    String name = answer.field().name();
    List<String> codes = answer.typed();
    List<String> labels = answer.values().stream().map(Labelled::label).toList();
    switch (answer.field().kind()) {
      case Kind.Text _, Kind.Day _, Kind.Hour _, Kind.Action _ ->
          item.put(name, String.join("", codes));
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
        item.instant(REGISTERED_AT),
        new Consents(consent(item, CONSENTED), consent(item, NEEDS_CONSENTED)),
        readAnswers(item),
        new RegistrationState(
            item.oneOf(STATUS, Status.class),
            item.find(SEAT),
            item.numberOr(CALENDAR_SEQUENCE, 0),
            item.codes(PAIRS),
            item.list(PARTNERS),
            item.findInstant(WITHDRAWN_AT),
            item.numberOr(HANDED_ON, 0)),
        new Reachability(item.findNote(MAILS_STOPPED), item.findNote(TO_CALL)),
        item.find(UNPAIRED_BECAUSE),
        keys(item.codes(NEVER_WITH)).distinct().toList(),
        ImposedItem.read(item),
        item.oneOf(ROLE, Role.class) == Role.AMBASSADEUR ? WelcomeItem.read(item) : Welcome.NONE);
  }

  private static RegistrationAnswers readAnswers(Item item) {
    StoredAnswers stored = new StoredAnswers(item);
    return new RegistrationAnswers(
        FilledForm.person(stored, stored.text(RegistrationFields.ADDRESS)),
        new Place(
            stored.text(RegistrationFields.POSTAL_CODE),
            item.required(COMMUNE_CODE),
            item.required(RegistrationFields.COMMUNE.name()),
            item.required(DEPARTEMENT_CODE),
            item.required(DEPARTEMENT),
            item.decimal(LATITUDE, 90),
            item.decimal(LONGITUDE, 180)),
        stored.days(RegistrationFields.DAYS),
        FilledForm.details(stored, item.oneOf(ROLE, Role.class)));
  }

  /** Keys as organisers type them. */
  static Stream<String> keys(List<String> typed) {
    return typed.stream().map(key -> key.toLowerCase(Locale.ROOT));
  }
}
