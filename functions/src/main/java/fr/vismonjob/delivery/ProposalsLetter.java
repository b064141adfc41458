package fr.vismonjob.delivery;

import fr.vismonjob.mail.About;
import fr.vismonjob.report.EditionFigures;
import java.util.List;
import java.util.Optional;

/** The letter that asks one of the organisers to look at what a run proposes. */
public record ProposalsLetter(Letterhead head, About.Proposals about)
    implements Letter.ToOrganiser {
  public ProposalsLetter {
    head.refuseWithoutOrganiser(about.rank());
    Pointless.unless(
        head.edition().proposed().equals(Optional.of(about.run())),
        "ces propositions ne sont plus les dernières");
  }

  /** The figures in the order in which an organiser reads them. */
  public List<EditionFigures.Figure> figures() {
    return EditionFigures.proposals(about.figures());
  }
}
