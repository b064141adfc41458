package fr.vismonjob.delivery;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.About;
import fr.vismonjob.report.EditionFigures;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The letter that asks one of the organisers to look at what a run proposes. */
public record ProposalsLetter(Letterhead head, About.Proposals proposals)
    implements Letter.ToOrganiser {
  public ProposalsLetter {
    head.refuseWithoutOrganiser(proposals.rank());
    Pointless.unless(
        head.edition().proposed().equals(Optional.of(proposals.run())),
        "ces propositions ne sont plus les dernières");
  }

  @Override
  public int rank() {
    return proposals.rank();
  }

  @Override
  public LocalDate onDay() {
    return proposals.day();
  }

  /** The value of {@code accord} by which organisers agree. */
  public String run() {
    return proposals.run();
  }

  /** The figures in the order in which an organiser reads them. */
  public List<EditionFigures.Figure> figures() {
    return EditionFigures.proposals(proposals.figures());
  }

  /** The day on which what nobody has agreed to is deleted. */
  public String deletedOn() {
    return FrenchDates.day(head.edition().lastMatching().plusDays(1));
  }
}
