package fr.vismonjob.registration;

/** What may happen to a registration. */
public enum RegistrationAction {
  REGISTER,
  CONFIRM,
  CHANGE,
  /** A matching run gives the person a partner. */
  PAIR,
  /** One of several pairs is cancelled. */
  LOSE_PAIR,
  /** The only pair is cancelled. */
  LOSE_LAST_PAIR,
  WITHDRAW
}
