package fr.vismonjob.delivery;

import java.io.Serial;

/** SES takes no more mails until earlier ones are 24 hours old. */
public final class QuotaUsedUp extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public QuotaUsedUp(int waiting) {
    super(
        "Le quota d’envoi de SES sur 24 heures est épuisé, mails en attente : "
            + waiting
            + ". Faites augmenter le quota, ou relancez le même jour plus tard.");
  }
}
