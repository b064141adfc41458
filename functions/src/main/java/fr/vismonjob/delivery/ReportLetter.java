package fr.vismonjob.delivery;

import fr.vismonjob.identity.ReportLink;
import fr.vismonjob.mail.About;
import fr.vismonjob.report.EditionFigures;
import java.util.List;

/** The letter with an edition's figures to one of its organisers. */
public record ReportLetter(Letterhead head, About.Report about) implements Letter.ToOrganiser {
  public ReportLetter {
    head.refuseWithoutOrganiser(about.rank());
  }

  /** The three figures that matter most. */
  public List<EditionFigures.Figure> figures() {
    return EditionFigures.headline(about.figures());
  }

  /** What organisers have to look at, if there is anything. */
  public List<EditionFigures.Figure> toDo() {
    return EditionFigures.toDo(about.figures());
  }

  /** The address of the whole report. */
  public String reportUrl() {
    return head.site().report(ReportLink.of(about.kept(), about.until(), head.keyed()));
  }
}
