package fr.vismonjob.registration;

/**
 * The rules for which status a registration may move to. Losing a pair is possible in every status,
 * because an organiser may have changed the status by hand.
 */
public sealed interface RegistrationMoves {

  /** The status afterwards; it may be the same although something is done. */
  record To(Status status) implements RegistrationMoves {}

  /**
   * The registration is in that state already: nothing is done, and the answer is the same as for
   * success.
   */
  record Already() implements RegistrationMoves {}

  /** The action is not possible in this status. */
  record Refused() implements RegistrationMoves {}

  static RegistrationMoves of(Status status, RegistrationAction action) {
    return switch (status) {
      case A_CONFIRMER ->
          switch (action) {
            case REGISTER -> new Already();
            case CONFIRM -> new To(Status.CONFIRMEE);
            case CHANGE -> new To(Status.A_CONFIRMER);
            case WITHDRAW -> new To(Status.RETIREE);
            case LOSE_PAIR, LOSE_LAST_PAIR -> new Already();
            case PAIR -> new Refused();
          };
      case CONFIRMEE ->
          switch (action) {
            case REGISTER, CONFIRM, LOSE_PAIR, LOSE_LAST_PAIR -> new Already();
            case CHANGE -> new To(Status.CONFIRMEE);
            case PAIR -> new To(Status.APPARIEE);
            case WITHDRAW -> new To(Status.RETIREE);
          };
      case APPARIEE ->
          switch (action) {
            case REGISTER, CONFIRM -> new Already();
            case CHANGE, PAIR, LOSE_PAIR -> new To(Status.APPARIEE);
            case LOSE_LAST_PAIR -> new To(Status.CONFIRMEE);
            case WITHDRAW -> new To(Status.RETIREE);
          };
      case RETIREE ->
          switch (action) {
            case REGISTER -> new To(Status.A_CONFIRMER);
            case WITHDRAW, LOSE_PAIR, LOSE_LAST_PAIR -> new Already();
            case CONFIRM, CHANGE, PAIR -> new Refused();
          };
    };
  }
}
