package fr.vismonjob.mail;

/**
 * How bad the rejection of a mail is, the worst last. The names are those of the table. Of two
 * reports about one mail the worse one counts, in whatever order they come.
 */
public enum Gravity {
  /** Another mail may arrive: the mailbox is full, or a server does not work. */
  TEMPORAIRE,
  /** No mail will ever arrive at this address. */
  DEFINITIF,
  /** The mail arrived, and the recipient reported it as spam. */
  PLAINTE;

  /** Whether no more mail is sent to that person. */
  public boolean stopsMails() {
    return this != TEMPORAIRE;
  }
}
