package fr.vismonjob.mail;

/**
 * Where a mail is on its way. {@code A_ENVOYER → EN_COURS → ENVOYE}, or one of the ends without a
 * delivery.
 */
public enum MailStatus {
  A_ENVOYER,
  EN_COURS,
  ENVOYE,
  ECHEC,
  REJETE,
  SANS_OBJET
}
