package fr.vismonjob.pairing;

import java.io.Serial;

/**
 * Organisers or another run have changed what is proposed, or agreed to, while a run was at work.
 * The run has to begin anew.
 */
public final class ProposalsChanged extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  ProposalsChanged(String edition) {
    super(
        "edition "
            + edition
            + ": accord or passage_propose has changed since this run began; start it again");
  }
}
