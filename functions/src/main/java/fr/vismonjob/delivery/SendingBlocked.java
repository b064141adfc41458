package fr.vismonjob.delivery;

import fr.vismonjob.edition.Edition;
import java.io.Serial;

/**
 * SES takes no mail of an edition, for example because it does not know the sender. The mail waits.
 * SES would refuse every other one too, until somebody corrects the cause.
 */
public final class SendingBlocked extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  SendingBlocked(Edition edition, String reason) {
    super(
        "Édition « %s », « expediteur » %s : aucun mail ne peut partir, %s. Les mails attendent."
            .formatted(edition.id(), edition.sender(), reason));
  }
}
