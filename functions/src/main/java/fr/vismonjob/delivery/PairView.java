package fr.vismonjob.delivery;

import java.util.List;

/**
 * For mails about a pair that is on.
 *
 * @param toAmbassador which of the two reads
 * @param partner the other one
 * @param day the agreed day in words
 * @param reasons word for word as the table has them
 * @param proposedDays days the partner proposed, in words
 */
public record PairView(
    Frame frame,
    boolean toAmbassador,
    Links links,
    PartnerView partner,
    String job,
    String administration,
    String place,
    String day,
    List<String> reasons,
    List<String> proposedDays) {
  public PairView {
    reasons = List.copyOf(reasons);
    proposedDays = List.copyOf(proposedDays);
  }
}
