package fr.vismonjob.registration;

/** The status of a registration. The names are those of the table. */
public enum Status {
  A_CONFIRMER,
  CONFIRMEE,
  APPARIEE,
  RETIREE;

  /** Whether this person may be paired, book a coaching seat and receive reminders. */
  public boolean isActive() {
    return this == CONFIRMEE || this == APPARIEE;
  }
}
