package fr.vismonjob.delivery;

/** Why somebody gets a mail, which every mail says at its end. */
public enum Reason {
  REGISTERED,
  TO_CONFIRM,
  WITHDRAWN,
  ERASED,
  ORGANISER
}
