package fr.vismonjob.report;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.Tables;
import java.time.LocalDate;
import java.util.Map;

/** Asks the organisers to look at what a run proposes. */
public record AskingAgreement(Tables tables) {
  /**
   * Queues one mail for each organiser, once for each run that may be agreed to.
   *
   * @param figures figures by their names in the report
   */
  public void queue(Edition edition, LocalDate day, String run, Map<String, Long> figures) {
    Map<String, String> told = EditionFigures.ofProposals(figures);
    for (int rank = 0; rank < edition.organisers().size(); rank++) {
      tables
          .mails()
          .queueUnlessKnown(
              Mail.campaign(
                  MailKind.PROPOSALS,
                  edition.id(),
                  run.substring(run.indexOf('/') + 1) + "/" + rank,
                  tables.now(),
                  new About.Proposals(rank, day, run, told)));
    }
  }
}
