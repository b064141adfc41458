package fr.vismonjob.site;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /inscription/{link}/donnees}: all data about a person (the registration, the pairs, and
 * the person's feedback), as a file to download.
 */
public record MyData(Visits visits) implements PersonalPage {
  @Override
  public Answer show(Visitor visitor, Request request) {
    return new Answer.Data(
        of(visitor.registration(), visits.tables().pairs().of(visitor.registration())),
        Map.of("Content-Disposition", "attachment; filename=\"vis-mon-job-mes-donnees.json\""));
  }

  Map<String, Object> of(Registration self, List<Pair> pairs) {
    Map<String, Object> data = new LinkedHashMap<>(visits.tables().registrations().data(self));
    data.put("binomes", pairs.stream().map(pair -> pair(pair, self)).toList());
    visits
        .tables()
        .subscriptions()
        .ofAddress(self.person().address(), visits.tables().now())
        .ifPresent(
            wish ->
                data.put(
                    "prevenir",
                    Map.of(
                        "consenti_le", wish.consentedAt().toString(),
                        "jusqu_au", FrenchDates.dayOf(wish.expires()).toString())));
    return data;
  }

  private Map<String, Object> pair(Pair pair, Registration self) {
    Map<String, Object> json =
        PairJson.of(
            pair,
            self,
            Optional.empty(),
            self.role() == Role.AMBASSADEUR
                ? visits.tables().pairs().relays().find(pair.id())
                : Optional.empty(),
            visits.welcome(pair));
    pair.side(self.role())
        .feedback()
        .ifPresent(said -> json.put("avis", visits.tables().pairs().data(said)));
    return json;
  }
}
