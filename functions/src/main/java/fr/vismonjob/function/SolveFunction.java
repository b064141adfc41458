package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.pairing.Entrant;
import fr.vismonjob.pairing.ImposedCosts;
import fr.vismonjob.pairing.KnownPairs;
import fr.vismonjob.pairing.KnownPairs.CancelledPair;
import fr.vismonjob.pairing.KnownPairs.ImposedRequest;
import fr.vismonjob.pairing.PairingRun;
import fr.vismonjob.pairing.PlannedPair;
import fr.vismonjob.workflow.EntrantJson;
import fr.vismonjob.workflow.ImposedJson;
import fr.vismonjob.workflow.JsonInput;
import fr.vismonjob.workflow.ProposalName;
import fr.vismonjob.workflow.ReplayFiles;
import fr.vismonjob.workflow.RunFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the best pairs of the pool, verifies them, and writes them to files in batches. */
public record SolveFunction(EditionTable editions, RunFiles files, Metrics metrics)
    implements JsonFunction {
  public SolveFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.editions(), wiring.files(), wiring.metrics());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    String folder = input.text("dossier");
    Edition edition = editions.find(input.text("edition")).orElseThrow();
    List<Entrant> people = new ArrayList<>();
    List<PairIds> forbidden = new ArrayList<>();
    List<CancelledPair> cancelled = new ArrayList<>();
    List<ImposedRequest> requested = new ArrayList<>();
    for (JsonInput part : input.objects("vivier")) {
      JsonInput pool = files.readJson(part.text("fichier"));
      pool.objects("personnes").stream().map(EntrantJson::entrant).forEach(people::add);
      pool.objects("interdits").stream().map(EntrantJson::pairIds).forEach(forbidden::add);
      pool.objects("annules").stream().map(EntrantJson::cancelled).forEach(cancelled::add);
      pool.objects("imposes").stream().map(ImposedJson::request).forEach(requested::add);
    }
    PairingRun run =
        new PairingRun(edition, people, new KnownPairs(forbidden, cancelled, requested));
    // Written before solving, so that a failure of the solver or a refusal can be investigated.
    ReplayFiles.of(run.instance()).forEach((name, csv) -> files.write(folder + "/" + name, csv));
    files.writeJson(folder + "/replay.json", ReplayFiles.settings(run.instance()));
    PairingRun.Decisions decisions = metrics.time(Metric.MATCHING_TIME, run::decide);
    boolean trial = input.has("essai") && input.flag("essai");
    if (!trial) {
      decisions
          .cost()
          .map(cost -> new ImposedCosts.OfRun(input.day("today"), cost))
          .ifPresent(ofRun -> ImposedJson.keep(files, edition.id(), ofRun));
    }
    Map<String, Object> left = leave(folder, decisions);
    left.put("passage", run(input, decisions.pairs()));
    return left;
  }

  /** The run's name, under which organisers may agree to what it proposes. */
  private static String run(JsonInput input, List<PlannedPair> pairs) {
    String run = input.text("passage");
    return input.flag("proposer") ? ProposalName.of(run, input.text("propose"), pairs) : run;
  }

  private Map<String, Object> leave(String folder, PairingRun.Decisions decisions) {
    List<Map<String, Object>> pairs = decisions.pairs().stream().map(EntrantJson::write).toList();
    List<Map<String, Object>> leftOver =
        decisions.leftOver().stream().map(EntrantJson::write).toList();
    files.writeJson(
        folder + "/recrutement.json",
        Map.of(
            "binomes", pairs.size(),
            "restes", leftOver.size(),
            "manques", decisions.wanted().stream().map(EntrantJson::write).toList()));
    Map<String, Object> left = new LinkedHashMap<>();
    left.put("binomes_decides", pairs.size());
    left.put("binomes_fichier", folder + "/binomes.json");
    Map<String, List<?>> toRecord = new LinkedHashMap<>();
    toRecord.put("binomes", pairs);
    toRecord.put("refus", decisions.refusals().stream().map(ImposedJson::write).toList());
    left.put("binomes_lots", files.writeBatches(folder + "/binomes.json", toRecord));
    left.put("restes_fichier", folder + "/restes.json");
    left.put(
        "restes_lots", files.writeBatches(folder + "/restes.json", Map.of("restes", leftOver)));
    return left;
  }
}
