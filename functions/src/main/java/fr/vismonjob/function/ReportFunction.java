package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.json.Json;
import fr.vismonjob.report.Figures;
import fr.vismonjob.report.Reporting;
import fr.vismonjob.workflow.Fields;
import fr.vismonjob.workflow.RunFiles;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * Counts the edition, keeps the figures with the run's files, and queues the report for the
 * organisers.
 */
public final class ReportFunction implements RequestStreamHandler {
  private final EditionTable editions;
  private final Reporting reporting;
  private final RunFiles files;
  private final InstantSource clock;

  public ReportFunction() {
    this(Wiring.ofLambda());
  }

  private ReportFunction(Wiring wiring) {
    this(wiring.editions(), wiring.reporting(), wiring.files(), wiring.clock());
  }

  ReportFunction(EditionTable editions, Reporting reporting, RunFiles files, InstantSource clock) {
    this.editions = editions;
    this.reporting = reporting;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Fields input = Fields.read(event);
    Edition edition = editions.find(input.text("edition")).orElseThrow();
    LocalDate today = input.day("today");
    Figures figures = reporting.figures(edition.id());
    if (input.has("enregistrement")) {
      figures.with("binomes_formes", input.sum("enregistrement", "formes"));
      figures.with("binomes_ecartes", input.sum("enregistrement", "ecartes"));
    }
    files.writeJson(input.text("dossier") + "/bilan.json", figures.counts());
    reporting.queue(edition, today, input.text("occasion"), figures, clock.instant());
    Json.write(figures.counts(), answer);
  }
}
