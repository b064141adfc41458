package fr.vismonjob.workflow;

import fr.vismonjob.matching.Figures;
import fr.vismonjob.pairing.ImposedCosts;
import fr.vismonjob.pairing.ImposedCosts.ImposedCost;
import fr.vismonjob.pairing.ImposedRefusal;
import fr.vismonjob.pairing.KnownPairs.ImposedRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes what organisers impose, and what comes of it, from one step to the next. */
public final class ImposedJson {
  private ImposedJson() {}

  /**
   * The file with what imposing cost in an edition, which all its runs share. It is kept as long as
   * the reports that show it.
   */
  private static String costsFile(String edition) {
    return RunFiles.REPORTS + edition + "/imposes.json";
  }

  public static Map<String, Object> write(ImposedRequest request) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("inscription", request.registration());
    json.put("dit", request.said());
    json.put("refus", request.refusal());
    request.pair().ifPresent(pair -> json.put("binome", EntrantJson.write(pair)));
    return json;
  }

  public static ImposedRequest request(JsonInput json) {
    return new ImposedRequest(
        json.text("inscription"),
        json.text("dit"),
        json.has("binome")
            ? Optional.of(EntrantJson.pairIds(json.object("binome")))
            : Optional.empty(),
        json.text("refus"));
  }

  public static Map<String, Object> write(ImposedRefusal refusal) {
    return Map.of("inscription", refusal.registration(), "motif", refusal.why());
  }

  public static ImposedRefusal refusal(JsonInput json) {
    return new ImposedRefusal(json.text("inscription"), json.text("motif"));
  }

  /** Keeps what imposing cost in a run beside what it has cost so far. */
  public static void keep(RunFiles files, String edition, ImposedCosts.OfRun run) {
    files.writeJson(costsFile(edition), write(costs(files, edition).plus(run)));
  }

  private static Map<String, Object> write(ImposedCosts costs) {
    return Map.of("passages", costs.runs().stream().map(ImposedJson::write).toList());
  }

  private static Map<String, Object> write(ImposedCosts.OfRun run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("jour", run.day().toString());
    json.put("imposes", run.cost().pairs());
    json.put("avec", write(run.cost().with()));
    json.put("sans", write(run.cost().without()));
    return json;
  }

  private static Map<String, Object> write(Figures figures) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("binomes", figures.pairs());
    json.put("sous_40", figures.under40());
    json.put("sous_60", figures.under60());
    json.put("total", figures.total());
    return json;
  }

  /** What imposing has cost in the edition so far. */
  public static ImposedCosts costs(RunFiles files, String edition) {
    return files
        .find(costsFile(edition))
        .map(JsonInput::parse)
        .map(json -> json.objects("passages").stream().map(ImposedJson::run).toList())
        .map(ImposedCosts::new)
        .orElse(ImposedCosts.NONE);
  }

  private static ImposedCosts.OfRun run(JsonInput json) {
    return new ImposedCosts.OfRun(
        json.day("jour"),
        new ImposedCost(
            json.texts("imposes"), figures(json.object("avec")), figures(json.object("sans"))));
  }

  private static Figures figures(JsonInput json) {
    return new Figures(
        (int) json.number("binomes"),
        (int) json.number("sous_40"),
        (int) json.number("sous_60"),
        json.number("total"));
  }
}
