package fr.vismonjob.registration;

/** What may happen to a registration. */
public enum RegistrationAction {
  REGISTER,
  CONFIRM,
  CHANGE,
  /** A run gives the person a partner. */
  PAIR,
  /** One of several pairs is off. */
  LOSE_PAIR,
  /** The only pair is off. */
  LOSE_LAST_PAIR,
  WITHDRAW
}
