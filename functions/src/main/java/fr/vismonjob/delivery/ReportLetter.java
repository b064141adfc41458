package fr.vismonjob.delivery;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.identity.ReportLink;
import fr.vismonjob.mail.About;
import fr.vismonjob.report.EditionFigures;
import java.time.LocalDate;
import java.util.List;

/** The letter with an edition's figures to one of its organisers. */
public record ReportLetter(Letterhead head, About.Report report) implements Letter.ToOrganiser {
  public ReportLetter {
    head.refuseWithoutOrganiser(report.rank());
  }

  @Override
  public int rank() {
    return report.rank();
  }

  @Override
  public LocalDate onDay() {
    return report.day();
  }

  /** The three figures that matter most. */
  public List<EditionFigures.Figure> figures() {
    return EditionFigures.headline(report.figures());
  }

  /** What organisers have to look at, if there is anything. */
  public List<EditionFigures.Figure> toDo() {
    return EditionFigures.toDo(report.figures());
  }

  /** The address of the whole report. */
  public String reportUrl() {
    return head.site().report(ReportLink.of(report.kept(), report.until(), head.keyed()));
  }

  /** The last day on which that address works, in words. */
  public String until() {
    return FrenchDates.day(report.until());
  }
}
