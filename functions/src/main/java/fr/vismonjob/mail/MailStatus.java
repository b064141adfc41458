package fr.vismonjob.mail;

/** The status of a mail: {@code A_ENVOYER → EN_COURS → ENVOYE}, or an end without a delivery. */
public enum MailStatus {
  A_ENVOYER,
  EN_COURS,
  ENVOYE,
  ECHEC,
  REJETE,
  SANS_OBJET
}
