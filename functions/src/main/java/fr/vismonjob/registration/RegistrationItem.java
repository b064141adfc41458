package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.form.Labelled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a registration is written in the {@code Registrations} table: words for readers, codes beside
 * them.
 */
final class RegistrationItem {
  /** Answers that may be left out. */
  static final Set<String> OPTIONAL = Set.of("telephone", "besoins", "presentation");

  /** Why an organiser should call; removed by hand once that is done. */
  static final String TO_CALL = "a_appeler";

  /** Why nothing more is sent; removed by hand once the address is good again. */
  static final String MAILS_STOPPED = "mails_arretes";

  /** Why a run has left the person without a partner. */
  static final String UNPAIRED_BECAUSE = "sans_binome";

  /** Whom organisers do not want to see paired with this person; written by hand. */
  static final String NEVER_WITH = "jamais_avec";

  private RegistrationItem() {}

  static Map<String, AttributeValue> write(Registration registration) {
    Item item =
        Item.empty()
            .put("inscription", registration.id())
            .put("edition", registration.edition())
            .put("role", registration.role().name())
            .put("statut", registration.status().name())
            .put("numero", registration.number())
            .put("revision", registration.revision())
            .put("courriel", registration.person().address())
            .put("inscrit_le", registration.registeredAt().toString())
            .put("seance_sequence", registration.calendarSequence())
            .put("binomes", registration.pairs())
            .put("binome_avec", registration.partners());
    registration.seat().ifPresent(seat -> item.put("seance", seat));
    registration.unpairedBecause().ifPresent(why -> item.put(UNPAIRED_BECAUSE, why));
    registration.reachability().toCall().ifPresent(why -> item.put(TO_CALL, why));
    registration.reachability().stopped().ifPresent(why -> item.put(MAILS_STOPPED, why));
    if (!registration.neverWith().isEmpty()) {
      item.put(NEVER_WITH, registration.neverWith());
    }
    item.putAll(answers(registration));
    return item.attributes();
  }

  /** What the person has answered and may change; an answer that was left out has no attribute. */
  static Map<String, AttributeValue> answers(Registration registration) {
    Person person = registration.person();
    Place place = registration.place();
    Item item =
        Item.empty()
            .put("prenom", person.firstName())
            .put("nom", person.lastName())
            .put("telephone", person.phone())
            .put("besoins", person.needs())
            .put("code_postal", place.postalCode())
            .put("commune", place.commune())
            .put("commune_code", place.code())
            .put("departement", place.departement())
            .put("departement_code", place.departementCode())
            .putDecimal("latitude", place.lat(), 4)
            .putDecimal("longitude", place.lon(), 4)
            .put("dates", registration.dates().stream().map(LocalDate::toString).toList());
    switch (registration.details()) {
      case Details.Offer offer -> writeOffer(item, offer);
      case Details.Wishes wishes -> writeWishes(item, wishes);
    }
    return item.attributes();
  }

  private static void writeOffer(Item item, Details.Offer offer) {
    item.put("administration", offer.administration().label())
        .put("administration_code", offer.administration().code())
        .put("service", offer.service())
        .put("echelon", offer.level().label())
        .put("echelon_code", offer.level().code())
        .put("metier", offer.job().label())
        .put("metier_code", offer.job().code())
        .put("intitule", offer.title())
        .put("presentation", offer.presentation())
        .put("capacite", offer.capacity());
  }

  private static void writeWishes(Item item, Details.Wishes wishes) {
    item.put("etablissement", wishes.school())
        .put("niveau", wishes.level().label())
        .put("niveau_code", wishes.level().code())
        .put("metiers", labels(wishes.jobs()))
        .put("metiers_codes", codes(wishes.jobs()))
        .put("tout_metier", wishes.anyJob())
        .put("administrations", labels(wishes.administrations()))
        .put("administrations_codes", codes(wishes.administrations()))
        .put("rayon_km", wishes.radiusKm());
  }

  static Registration read(Map<String, AttributeValue> attributes) {
    Item item = Item.of(attributes);
    return new Registration(
        item.required("inscription"),
        item.required("edition"),
        Status.valueOf(item.required("statut")),
        item.requiredNumber("numero"),
        item.requiredNumber("revision"),
        new Person(
            item.required("prenom"),
            item.required("nom"),
            item.required("courriel"),
            item.textOrEmpty("telephone"),
            item.textOrEmpty("besoins")),
        new Place(
            item.required("code_postal"),
            item.required("commune_code"),
            item.required("commune"),
            item.required("departement_code"),
            item.required("departement"),
            item.decimal("latitude"),
            item.decimal("longitude")),
        item.list("dates").stream().map(LocalDate::parse).toList(),
        Role.valueOf(item.required("role")) == Role.AMBASSADEUR
            ? readOffer(item)
            : readWishes(item),
        Instant.parse(item.required("inscrit_le")),
        item.find("seance"),
        item.numberOr("seance_sequence", 0),
        item.list("binomes"),
        item.list("binome_avec"),
        new Reachability(item.find(MAILS_STOPPED), item.find(TO_CALL)),
        item.find(UNPAIRED_BECAUSE),
        keys(item));
  }

  /** However the console was used: a list, a set, or one text with several keys. */
  private static List<String> keys(Item item) {
    return item.listByHand(NEVER_WITH).stream()
        .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s,;]+")))
        .filter(key -> !key.isEmpty())
        .distinct()
        .toList();
  }

  private static Details.Offer readOffer(Item item) {
    return new Details.Offer(
        labelled(item, "administration"),
        item.required("service"),
        labelled(item, "echelon"),
        labelled(item, "metier"),
        item.required("intitule"),
        item.textOrEmpty("presentation"),
        (int) item.numberOr("capacite", 1));
  }

  private static Details.Wishes readWishes(Item item) {
    return new Details.Wishes(
        item.required("etablissement"),
        labelled(item, "niveau"),
        labelledList(item, "metiers"),
        item.flag("tout_metier"),
        labelledList(item, "administrations"),
        (int) item.requiredNumber("rayon_km"));
  }

  private static Labelled labelled(Item item, String name) {
    return new Labelled(item.required(name + "_code"), item.required(name));
  }

  private static List<Labelled> labelledList(Item item, String name) {
    List<String> codes = item.list(name + "_codes");
    List<String> labels = item.list(name);
    List<Labelled> all = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      all.add(new Labelled(codes.get(i), labels.get(i)));
    }
    return all;
  }

  private static List<String> labels(List<Labelled> all) {
    return all.stream().map(Labelled::label).toList();
  }

  private static List<String> codes(List<Labelled> all) {
    return all.stream().map(Labelled::code).toList();
  }
}
