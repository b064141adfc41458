package fr.vismonjob.page;

import fr.vismonjob.form.Labelled;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Registration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A registration as the answers that would register it, so that the same form can change it. */
final class RegisteredAnswers {
  private RegisteredAnswers() {}

  static Answers of(Registration registration) {
    Map<String, List<String>> values = new HashMap<>();
    put(values, "prenom", registration.person().firstName());
    put(values, "nom", registration.person().lastName());
    put(values, "telephone", registration.person().phone());
    put(values, "besoins", registration.person().needs());
    put(values, "code_postal", registration.place().postalCode());
    put(values, "commune", registration.place().code());
    values.put("dates", registration.dates().stream().map(Object::toString).toList());
    switch (registration.details()) {
      case Details.Offer offer -> put(values, offer);
      case Details.Wishes wishes -> put(values, wishes);
    }
    return Answers.of(values);
  }

  private static void put(Map<String, List<String>> values, Details.Offer offer) {
    put(values, "administration", offer.administration().code());
    put(values, "service", offer.service());
    put(values, "echelon", offer.level().code());
    put(values, "metier", offer.job().code());
    put(values, "intitule", offer.title());
    put(values, "presentation", offer.presentation());
    put(values, "capacite", Integer.toString(offer.capacity()));
  }

  private static void put(Map<String, List<String>> values, Details.Wishes wishes) {
    put(values, "etablissement", wishes.school());
    put(values, "niveau", wishes.level().code());
    values.put("metiers", codes(wishes.jobs()));
    values.put("tout_metier", wishes.anyJob() ? List.of("oui") : List.of());
    values.put("administrations", codes(wishes.administrations()));
    put(values, "rayon_km", Integer.toString(wishes.radiusKm()));
  }

  private static List<String> codes(List<Labelled> choices) {
    return choices.stream().map(Labelled::code).toList();
  }

  private static void put(Map<String, List<String>> values, String field, String value) {
    values.put(field, List.of(value));
  }
}
