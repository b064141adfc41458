package fr.vismonjob.workflow;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.report.Since;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * When the last two reports of an edition were made, in a file beside them, so that the next one
 * tells what is new. A day that is run again counts from the same moment as at first.
 */
public record LastReport(List<Made> made) {
  private static final String FILE = "/dernier.json";

  private record Made(LocalDate day, Instant at) {}

  public LastReport {
    made = List.copyOf(made);
  }

  public static LastReport read(RunFiles files, String edition) {
    return new LastReport(
        files
            .find(RunFiles.REPORTS + edition + FILE)
            .map(JsonInput::parse)
            .map(
                json ->
                    json.objects("rapports").stream()
                        .map(
                            made -> new Made(made.day("jour"), Instant.parse(made.text("fait_le"))))
                        .toList())
            .orElse(List.of()));
  }

  /** Since the last report of an earlier day. */
  public Since before(LocalDate day) {
    return since(made.stream().filter(report -> report.day().isBefore(day)));
  }

  /** Since the last report of any day, for one that somebody asks for. */
  public Since untilNow() {
    return since(made.stream());
  }

  private static Since since(Stream<Made> reports) {
    return reports
        .findFirst()
        .map(
            report ->
                new Since(report.at(), "Depuis le rapport du " + FrenchDates.day(report.day())))
        .orElse(Since.ALL);
  }

  /** Notes that the report of that day was made. */
  public void note(RunFiles files, String edition, LocalDate day, Instant now) {
    List<Made> all = new ArrayList<>(List.of(new Made(day, now)));
    made.stream().filter(report -> report.day().isBefore(day)).limit(1).forEach(all::add);
    files.writeJson(
        RunFiles.REPORTS + edition + FILE,
        Map.of(
            "rapports",
            all.stream()
                .map(
                    report ->
                        Map.of("jour", report.day().toString(), "fait_le", report.at().toString()))
                .toList()));
  }
}
