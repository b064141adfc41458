package fr.vismonjob.pairing;

import fr.vismonjob.registration.Role;
import java.util.Optional;

/** A pair with the feedback of both people. */
public record PairAnswers(
    Pair pair, Optional<Feedback> ofAmbassador, Optional<Feedback> ofStudent) {

  /** A pair without any feedback yet. */
  static PairAnswers none(Pair pair) {
    return new PairAnswers(pair, Optional.empty(), Optional.empty());
  }

  public Optional<Feedback> of(Role role) {
    return role == Role.AMBASSADEUR ? ofAmbassador : ofStudent;
  }

  /** The same with another answer of this person. */
  PairAnswers with(Role role, Feedback feedback) {
    return role == Role.AMBASSADEUR
        ? new PairAnswers(pair, Optional.of(feedback), ofStudent)
        : new PairAnswers(pair, ofAmbassador, Optional.of(feedback));
  }

  /** The result of both answers; at least one must have answered. */
  PairAction.Verdict verdict() {
    boolean yes = says(ofAmbassador, true) || says(ofStudent, true);
    boolean no = says(ofAmbassador, false) || says(ofStudent, false);
    if (yes && no) {
      return PairAction.Verdict.CONTRADICTORY;
    }
    return yes ? PairAction.Verdict.TOOK_PLACE : PairAction.Verdict.DID_NOT;
  }

  private static boolean says(Optional<Feedback> feedback, boolean tookPlace) {
    return feedback.filter(answer -> answer.tookPlace() == tookPlace).isPresent();
  }
}
