package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.report.Reporting;
import fr.vismonjob.workflow.EntrantJson;
import fr.vismonjob.workflow.ImposedJson;
import fr.vismonjob.workflow.JsonInput;
import fr.vismonjob.workflow.LastReport;
import fr.vismonjob.workflow.ListFiles;
import fr.vismonjob.workflow.RunFiles;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the edition, writes the report and queues the mail about it for the organisers. It is a
 * step of a workflow. Somebody may also call the function with {@code {"edition": "2026"}} or
 * {@code {}}: then the mail is sent at once.
 */
public record ReportFunction(
    EditionTable editions,
    EditionProgressTable progress,
    Reporting reporting,
    RunFiles files,
    ListFiles lists,
    InstantSource clock)
    implements JsonFunction {
  public ReportFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(
        wiring.editions(),
        wiring.editionProgress(),
        new Reporting(wiring.tables()),
        wiring.files(),
        wiring.lists(),
        wiring.clock());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    Edition edition =
        input.has("edition")
            ? editions.find(input.text("edition")).orElseThrow()
            : editions.current();
    boolean ofWorkflow = input.has("dossier");
    LocalDate now = FrenchDates.dayOf(clock.instant());
    LocalDate day = ofWorkflow ? input.day("today") : now;
    boolean trial = input.has("essai") && input.flag("essai");
    Instant start = clock.instant();
    LastReport last = LastReport.read(files, edition.id());
    Reporting.Report report =
        reporting.report(
            edition,
            day,
            ofWorkflow ? last.before(day) : last.untilNow(),
            ofRun(input, trial),
            ImposedJson.costs(files, edition.id()));
    String name =
        ofWorkflow
            ? input.text("dossier").substring(RunFiles.RUNS.length())
            : edition.id() + "/" + day + "/" + context.getAwsRequestId();
    report.files().forEach((file, content) -> files.write(reportFile(name, file), content));
    lists.write(edition.id(), name, () -> reporting.pairs(edition.id()));
    progress.publish(edition, report.forEverybody(), day);
    if (ofWorkflow) {
      files.writeJson(input.text("dossier") + "/bilan.json", report.figures().counts());
      last.note(files, edition.id(), day, start);
    }
    reporting.queue(
        edition, day, occasion(input, trial, context), report, name, now, clock.instant());
    if (report.figures().counts().getOrDefault("propositions", 0L) > 0) {
      reporting.ask(edition, day, input.text("passage"), report.figures().counts());
    }
    Map<String, Object> result = new LinkedHashMap<>(report.figures().counts());
    ToCorrect toCorrect = new ToCorrect();
    report.unreadable().forEach(toCorrect);
    result.put("a_corriger", toCorrect.named());
    result.put("rapport", reportFile(name, "rapport.html"));
    return result;
  }

  private static String reportFile(String report, String file) {
    return RunFiles.REPORTS + report + "/" + file;
  }

  private static Reporting.Occasion occasion(JsonInput input, boolean trial, Context context) {
    if (trial) {
      return Reporting.Occasion.beforePairs();
    }
    return input.has("dossier")
        ? Reporting.Occasion.ofDay(input.text("occasion"))
        : Reporting.Occasion.onDemand(context.getAwsRequestId());
  }

  private Reporting.OfRun ofRun(JsonInput input, boolean trial) {
    if (!input.has("enregistrement")) {
      return Reporting.OfRun.NONE;
    }
    JsonInput solved = files.readJson(input.text("dossier") + "/recrutement.json");
    Map<String, Long> figures = new LinkedHashMap<>();
    if (trial) {
      figures.put("essai_binomes", solved.number("binomes"));
      figures.put("essai_restes", solved.number("restes"));
    } else {
      figures.put("binomes_ecartes", input.sum("enregistrement", "ecartes"));
      long proposed = input.sum("enregistrement", "proposes");
      figures.put("propositions", proposed);
      figures.put("propositions_restes", proposed > 0 ? solved.number("restes") : 0);
    }
    return new Reporting.OfRun(
        figures, solved.objects("manques").stream().map(EntrantJson::wanted).toList());
  }
}
