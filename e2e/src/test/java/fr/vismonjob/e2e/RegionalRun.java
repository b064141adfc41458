package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.STACK;

import fr.vismonjob.matching.Figures;
import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.Regions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Solves a matching run's pool once more, region by region: a Distributed Map over the regions'
 * files, in which the deployed function solves one each. Nothing is recorded.
 */
final class RegionalRun {
  private static final Workflows WORKFLOWS = new Workflows(STACK);
  private static final ReportBucket BUCKET = new ReportBucket(STACK);

  private final String edition;
  private final LocalDate today;
  private final String folder;

  /** Takes the pool that the day's last matching run has read. */
  RegionalRun(String edition, LocalDate today) {
    this.edition = edition;
    this.today = today;
    String run = BUCKET.newest("passages/" + edition + "/" + today + "/", "/vivier-0.json");
    this.folder = run.substring(0, run.lastIndexOf('/'));
  }

  /**
   * The figures of the regions' pairs together.
   *
   * @param instance the people of that pool
   */
  Figures figures(Instance instance) {
    List<Map<String, Object>> people = new ArrayList<>();
    Map<String, List<Object>> known = new HashMap<>();
    for (String file : BUCKET.under(folder + "/vivier-")) {
      Map<String, Object> part = Json.object(BUCKET.bytes(file));
      people.addAll(Json.objects(Json.member(part, "personnes")));
      for (String name : List.of("interdits", "annules", "imposes")) {
        known
            .computeIfAbsent(name, _ -> new ArrayList<>())
            .addAll((List<?>) Json.member(part, name));
      }
    }
    List<Map<String, Object>> regions = new ArrayList<>();
    for (Instance region : Regions.of(instance)) {
      Set<Object> ids = new HashSet<>();
      region.students().forEach(student -> ids.add(student.id()));
      region.ambassadors().forEach(ambassador -> ids.add(ambassador.id()));
      String own = folder + "/regions/" + regions.size();
      Map<String, Object> pool = new HashMap<>(known);
      pool.put(
          "personnes",
          people.stream().filter(person -> ids.contains(person.get("inscription"))).toList());
      BUCKET.write(own + "/vivier.json", pool);
      regions.add(Map.of("dossier", own, "fichier", own + "/vivier.json"));
    }
    String list = folder + "/regions.json";
    BUCKET.write(list, regions);
    WORKFLOWS.runOnce("regions", definition(list));
    return Enumeration.of(regions.stream().flatMap(region -> scores(region).stream()).toList());
  }

  private static List<Integer> scores(Map<String, Object> region) {
    List<Integer> scores = new ArrayList<>();
    for (Object batch : Json.list(BUCKET.bytes(region.get("dossier") + "/binomes.json"))) {
      Json.objects(Json.member(batch, "binomes"))
          .forEach(pair -> scores.add(((Number) Json.member(pair, "score")).intValue()));
    }
    return scores;
  }

  private Map<String, Object> definition(String list) {
    Map<String, Object> solve =
        Map.of(
            "Type",
            "Task",
            "Resource",
            WORKFLOWS.functionOfMatching("Solve"),
            "Parameters",
            Map.of(
                "edition",
                edition,
                "today",
                today.toString(),
                "dossier.$",
                "$.dossier",
                "vivier",
                List.of(Map.of("fichier.$", "$.fichier"))),
            "End",
            true);
    Map<String, Object> regions =
        Map.of(
            "Type",
            "Map",
            "MaxConcurrency",
            2,
            "ItemReader",
            Map.of(
                "Resource",
                "arn:aws:states:::s3:getObject",
                "ReaderConfig",
                Map.of("InputType", "JSON"),
                "Parameters",
                Map.of("Bucket", STACK.output("ReportBucket"), "Key", list)),
            "ItemProcessor",
            Map.of(
                "ProcessorConfig",
                Map.of("Mode", "DISTRIBUTED", "ExecutionType", "STANDARD"),
                "StartAt",
                "Solve",
                "States",
                Map.of("Solve", solve)),
            "End",
            true);
    return Map.of("StartAt", "Regions", "States", Map.of("Regions", regions));
  }
}
