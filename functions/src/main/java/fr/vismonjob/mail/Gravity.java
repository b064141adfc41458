package fr.vismonjob.mail;

/**
 * How bad it is that a mail was rejected, from the least to the worst. The names are those of the
 * table; of two reports about one mail the worse one counts, in whichever order they come.
 */
public enum Gravity {
  /** It may work another time: a full mailbox, a server out of order. */
  TEMPORAIRE,
  /** Nothing will ever arrive at this address. */
  DEFINITIF,
  /** It arrived, and the recipient called it spam. */
  PLAINTE;

  /** Whether nothing more is to be sent to that person. */
  public boolean stopsMails() {
    return this != TEMPORAIRE;
  }
}
