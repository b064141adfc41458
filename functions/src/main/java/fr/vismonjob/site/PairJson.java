package fr.vismonjob.site;

import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.pairing.PersonInPair;
import fr.vismonjob.pairing.Relay;
import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Welcome;
import fr.vismonjob.registration.WelcomeForm;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A pair for programs, as one of the two sees it, with the table's names. */
final class PairJson {
  private PairJson() {}

  /**
   * A pair with the partner's mail address, and the other ways to reach the partner if the
   * partner's registration is given. A cancelled pair has neither.
   *
   * @param self the person whose page it is
   * @param relay what the person has asked a colleague, who has not answered
   * @param welcome where and how the ambassador receives the other, if the two will still meet
   */
  static Map<String, Object> of(
      Pair pair,
      Registration self,
      Optional<Registration> partner,
      Optional<Relay> relay,
      Optional<Welcome> welcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("binome", pair.id());
    json.put("statut", pair.status().name());
    json.put("date", pair.date().toString());
    json.put("dates_proposees", pair.state().proposed().stream().map(LocalDate::toString).toList());
    pair.state().proposedBy().ifPresent(role -> json.put("proposees_par", role.name()));
    json.put("avec", partner(pair, pair.side(self.role().other()), partner));
    json.put("metier", pair.workplace().job());
    json.put("administration", pair.workplace().administration());
    json.put("lieu", pair.workplace().place());
    json.put("distance_km", pair.workplace().distanceKm());
    json.put("raisons", pair.origin().reasons());
    relay
        .flatMap(Relay::address)
        .ifPresent(colleague -> json.put("relais", Map.of("courriel", colleague)));
    welcome.map(WelcomeForm::plain).ifPresent(json::putAll);
    return json;
  }

  private static Map<String, Object> partner(
      Pair pair, PersonInPair side, Optional<Registration> partner) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("nom", side.shownName());
    if (pair.status() == PairStatus.ANNULE) {
      return json;
    }
    json.put("courriel", side.address());
    partner.stream()
        .flatMap(found -> FilledForm.waysToReach(found).stream())
        .forEach(way -> json.put(way.field().name(), way.words().getFirst()));
    return json;
  }
}
