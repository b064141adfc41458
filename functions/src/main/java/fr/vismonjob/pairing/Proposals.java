package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.EditionProgressTable;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * The pairs that a run has proposed to the organisers. The edition's item names the one run whose
 * proposals count. It names a run before the first of its proposals is written, and while those of
 * the run before are still there: a proposal of another run is nothing but a row to delete, so a
 * replacement may stop anywhere.
 */
public record Proposals(Tables tables, EditionProgressTable progress) {
  /**
   * @param proposed the run whose proposals counted; empty if none did
   * @param agreed the run that organisers had agreed to; empty if to none
   */
  public record Seen(String proposed, String agreed) {}

  /**
   * The proposals of a run that may still be published, as decisions to record: neither those whose
   * day has come, nor those that organisers have marked to be called off.
   */
  public List<PlannedPair> of(
      String edition, String run, LocalDate today, Consumer<UnreadableRow> unreadable) {
    return tables
        .pairs()
        .scanProposals(edition, unreadable)
        .filter(proposal -> proposal.pair().origin().run().equals(run))
        .filter(proposal -> proposal.pair().date().isAfter(today) && !proposal.marked())
        .flatMap(proposal -> proposal.planned().stream())
        .toList();
  }

  /**
   * Lets the proposals of this run count from now on, and deletes all others but those that
   * organisers have just marked.
   *
   * @param seen what the edition's item said when the run began
   * @return how many were deleted
   * @throws ProposalsChanged if organisers or another run have changed it since; nothing changes
   */
  public int replace(String edition, Seen seen, String run, Consumer<UnreadableRow> unreadable) {
    if (!progress.replaceProposals(edition, seen.proposed(), seen.agreed(), run)) {
      throw new ProposalsChanged(edition);
    }
    return (int)
        tables
            .pairs()
            .scanProposals(edition, unreadable)
            .filter(proposal -> isOld(proposal, run))
            .filter(proposal -> drop(proposal.pair().id(), run))
            .count();
  }

  /** Deletes all proposals for a run that makes none, and lets none count. */
  public int remove(String edition, Seen seen, String run, Consumer<UnreadableRow> unreadable) {
    int removed = replace(edition, seen, run, unreadable);
    progress.noteNoProposals(edition, run);
    return removed;
  }

  boolean drop(String id, String run) {
    return tables.decide(
        "dropping proposal " + id,
        () ->
            tables
                .pairs()
                .proposal(id)
                .filter(proposal -> isOld(proposal, run))
                .map(
                    proposal -> new Decision<>(true, List.of(tables.pairs().drop(proposal.pair()))))
                .orElse(Decision.nothingToWrite(false)));
  }

  private static boolean isOld(Proposal proposal, String run) {
    return !proposal.pair().origin().run().equals(run) && !proposal.marked();
  }
}
