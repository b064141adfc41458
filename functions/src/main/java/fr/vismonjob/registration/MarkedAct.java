package fr.vismonjob.registration;

/**
 * What organisers can have done by a mark on a person's row, in the order in which it is done if
 * several are marked.
 */
public enum MarkedAct {
  ERASE,
  CHANGE_ADDRESS,
  WITHDRAW,
  SEND_LINK
}
