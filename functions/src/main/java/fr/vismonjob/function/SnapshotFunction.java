package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.pairing.Entrant;
import fr.vismonjob.pairing.Imposing;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.workflow.EntrantJson;
import fr.vismonjob.workflow.ImposedJson;
import fr.vismonjob.workflow.JsonInput;
import fr.vismonjob.workflow.RunFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a share of the pool: the people who may get a partner, and the pairs that must not be made
 * (those cancelled before, and those that organisers forbid) or that organisers impose.
 */
public record SnapshotFunction(Tables tables, Keyed keyed, RunFiles files) implements JsonFunction {
  public SnapshotFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.tables(), wiring.keyed(), wiring.files());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    String edition = input.text("edition");
    LocalDate today = input.day("today");
    Share share = input.share("part");
    ToCorrect toCorrect = new ToCorrect();
    List<Registration> all = tables.registrations().scan(edition, share, toCorrect).toList();
    List<Map<String, Object>> people =
        all.stream()
            .flatMap(registration -> entrant(registration, today).stream())
            .map(EntrantJson::write)
            .toList();
    String file = input.text("dossier") + "/vivier-" + share.index() + ".json";
    files.writeJson(
        file,
        Map.of(
            "personnes", people,
            "interdits",
                all.stream().flatMap(SnapshotFunction::forbidden).map(EntrantJson::write).toList(),
            "annules",
                tables
                    .pairs()
                    .scanForbidden(edition, share, toCorrect)
                    .map(EntrantJson::write)
                    .toList(),
            "imposes",
                all.stream()
                    .flatMap(new Imposing(tables.registrations(), today)::of)
                    .map(ImposedJson::write)
                    .toList()));
    return Map.of("fichier", file, "personnes", people.size(), "a_corriger", toCorrect.named());
  }

  private Optional<Entrant> entrant(Registration registration, LocalDate today) {
    return Entrant.of(registration, keyed.addressId(registration.person().address()), today);
  }

  private static Stream<PairIds> forbidden(Registration person) {
    return person.neverWith().stream().map(other -> Imposing.pair(person, other));
  }
}
