package fr.vismonjob.workflow;

import fr.vismonjob.form.Labelled;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.pairing.Entrant;
import fr.vismonjob.pairing.HostsWanted;
import fr.vismonjob.pairing.KnownPairs.CancelledPair;
import fr.vismonjob.pairing.LeftOver;
import fr.vismonjob.pairing.PlannedPair;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the people of the pool, and the decisions about them, from one step to the next: with ids,
 * never with names.
 */
public final class EntrantJson {
  private EntrantJson() {}

  public static Map<String, Object> write(Entrant entrant) {
    Map<String, Object> json = new LinkedHashMap<>(write(entrant.standing()));
    json.put("personne", entrant.person());
    json.put("dates", entrant.dates().stream().map(LocalDate::toString).toList());
    json.put("lieu", entrant.place());
    json.put("latitude", entrant.lat());
    json.put("longitude", entrant.lon());
    switch (entrant) {
      case Entrant.Host host -> {
        json.put("role", "AMBASSADEUR");
        json.put("metier", host.job().label());
        json.put("metier_code", host.job().code());
        json.put("administration", host.administration().label());
        json.put("administration_code", host.administration().code());
        json.put("places", host.room());
      }
      case Entrant.Guest guest -> {
        json.put("role", "ETUDIANT");
        json.put("metiers_codes", guest.jobs());
        json.put("tout_metier", guest.anyJob());
        json.put("rayon_km", guest.radiusKm());
        json.put("administrations_codes", guest.administrations());
      }
    }
    return json;
  }

  public static Entrant entrant(JsonInput json) {
    return switch (json.text("role")) {
      case "AMBASSADEUR" ->
          new Entrant.Host(
              standing(json),
              json.text("personne"),
              new Labelled(json.text("metier_code"), json.text("metier")),
              new Labelled(json.text("administration_code"), json.text("administration")),
              json.text("lieu"),
              json.decimal("latitude"),
              json.decimal("longitude"),
              json.days("dates"),
              (int) json.number("places"));
      case "ETUDIANT" ->
          new Entrant.Guest(
              standing(json),
              json.text("personne"),
              json.texts("metiers_codes"),
              json.flag("tout_metier"),
              json.text("lieu"),
              json.decimal("latitude"),
              json.decimal("longitude"),
              (int) json.number("rayon_km"),
              json.texts("administrations_codes"),
              json.days("dates"));
      default ->
          throw new IllegalArgumentException(
              "the pool's file has an unknown role: " + json.text("role"));
    };
  }

  public static Map<String, Object> write(PlannedPair pair) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ambassadeur", write(pair.ambassador()));
    json.put("etudiant", write(pair.student()));
    json.put("score", pair.score());
    json.put("date", pair.date().toString());
    json.put("distance_km", pair.distanceKm());
    json.put("raisons", pair.reasons());
    json.put("deja_annule", pair.before());
    return json;
  }

  public static PlannedPair pair(JsonInput json) {
    return new PlannedPair(
        standing(json.object("ambassadeur")),
        standing(json.object("etudiant")),
        (int) json.number("score"),
        json.day("date"),
        json.decimal("distance_km"),
        json.texts("raisons"),
        json.has("deja_annule") ? (int) json.number("deja_annule") : 0);
  }

  public static Map<String, Object> write(LeftOver leftOver) {
    return Map.of(
        "inscription", leftOver.registration(),
        "numero", leftOver.number(),
        "motif", leftOver.because(),
        "cause", leftOver.cause(),
        "conseil", leftOver.advice(),
        "convient", leftOver.suits());
  }

  public static Map<String, Object> write(HostsWanted wanted) {
    return Map.of("metier", wanted.job(), "lieu", wanted.place(), "places", wanted.seats());
  }

  public static HostsWanted wanted(JsonInput json) {
    return new HostsWanted(json.text("metier"), json.text("lieu"), json.number("places"));
  }

  public static LeftOver leftOver(JsonInput json) {
    return new LeftOver(
        json.text("inscription"),
        json.number("numero"),
        json.text("motif"),
        json.text("cause"),
        json.text("conseil"),
        json.flag("convient"));
  }

  public static Map<String, Object> write(PairIds pair) {
    return Map.of("etudiant", pair.student(), "ambassadeur", pair.ambassador());
  }

  public static PairIds pairIds(JsonInput json) {
    return new PairIds(json.text("etudiant"), json.text("ambassadeur"));
  }

  public static Map<String, Object> write(CancelledPair pair) {
    Map<String, Object> json = new LinkedHashMap<>(write(pair.ids()));
    json.put("connu", pair.isKnown());
    return json;
  }

  public static CancelledPair cancelled(JsonInput json) {
    return new CancelledPair(pairIds(json), json.flag("connu"));
  }

  private static Map<String, Object> write(Entrant.Standing standing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("inscription", standing.registration());
    json.put("numero", standing.number());
    json.put("revision", standing.revision());
    json.put("voeux", standing.wishes());
    json.put("seul", standing.alone());
    return json;
  }

  private static Entrant.Standing standing(JsonInput json) {
    return new Entrant.Standing(
        json.text("inscription"),
        json.number("numero"),
        json.number("revision"),
        json.text("voeux"),
        json.flag("seul"));
  }
}
