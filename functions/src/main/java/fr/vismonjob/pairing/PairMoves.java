package fr.vismonjob.pairing;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rules for what may be done with a pair in each status, and where it leads. */
public final class PairMoves {
  private static final String NOT_AGREED = "Ce binôme n’est pas encore formé.";
  private static final String CANCELLED = "Ce binôme est annulé.";
  private static final String ANSWERED =
      "Une réponse a déjà été donnée sur cette journée\u00a0: le binôme ne peut plus être changé.";
  private static final String NO_PROPOSAL =
      "Aucun autre jour n’est proposé en ce moment\u00a0: la date convenue est le ";
  private static final String OWN_PROPOSAL =
      "Ces jours sont votre propre proposition\u00a0: c’est à l’autre personne d’y répondre.";
  private static final String REPLACED =
      "Ce jour n’est pas ou n’est plus proposé\u00a0: la proposition a été remplacée par une"
          + " autre.";
  private static final String PASSED = "Ce jour est passé\u00a0: proposez-en un autre.";
  private static final String TOO_LATE =
      "La journée est passée\u00a0: donnez votre avis pour dire si elle a eu lieu.";
  private static final String HOST_ALONE =
      "Seule la personne qui accueille peut confier la journée à une ou un collègue.";
  private static final String TOO_EARLY = "Vous pourrez donner votre avis à partir du ";

  private PairMoves() {}

  /**
   * Decides whether an action is possible, and what it leads to.
   *
   * @param by which of the two acts
   * @param today today in Paris; a proposed or accepted day must come after it
   */
  public static PairMove of(Pair pair, PairAction action, Role by, LocalDate today) {
    return switch (action) {
      case PairAction.Propose propose -> whileOn(pair, () -> propose(pair, propose, by));
      case PairAction.Accept(LocalDate day) -> whileOn(pair, () -> accept(pair, day, by, today));
      case PairAction.Entrust _ -> whileOn(pair, () -> entrust(pair, by, today));
      case PairAction.Cancel _ ->
          switch (pair.status()) {
            case PROPOSE -> new PairMove.To(pair.at(cancelled(pair.state())));
            case FORME, DATE_PROPOSEE ->
                pair.isAhead(today)
                    ? new PairMove.To(pair.at(cancelled(pair.state())))
                    : new PairMove.Refused(TOO_LATE);
            case ANNULE -> new PairMove.Already();
            case REALISE, NON_REALISE, A_VERIFIER -> new PairMove.Refused(ANSWERED);
          };
      case PairAction.Report(Feedback feedback, _) ->
          switch (pair.status()) {
            case PROPOSE -> new PairMove.Refused(NOT_AGREED);
            case FORME, DATE_PROPOSEE, REALISE, NON_REALISE, A_VERIFIER ->
                today.isBefore(pair.date())
                    ? new PairMove.Refused(TOO_EARLY + FrenchDates.day(pair.date()) + ".")
                    : reported(pair, pair.with(by, feedback));
            case ANNULE -> new PairMove.Refused(CANCELLED);
          };
    };
  }

  /** What the two can do only as long as they will still meet. */
  private static PairMove whileOn(Pair pair, Supplier<PairMove> move) {
    return switch (pair.status()) {
      case PROPOSE -> new PairMove.Refused(NOT_AGREED);
      case FORME, DATE_PROPOSEE -> move.get();
      case ANNULE -> new PairMove.Refused(CANCELLED);
      case REALISE, NON_REALISE, A_VERIFIER -> new PairMove.Refused(ANSWERED);
    };
  }

  /**
   * The pair in its cancelled state, if it can still be cancelled; anybody who may act on it may
   * cancel it.
   */
  static Optional<Pair> cancelled(Pair pair, LocalDate today) {
    return of(pair, new PairAction.Cancel(), Role.AMBASSADEUR, today)
            instanceof PairMove.To(Pair cancelled)
        ? Optional.of(cancelled)
        : Optional.empty();
  }

  /** Asking a colleague changes nothing about the pair. */
  private static PairMove entrust(Pair pair, Role by, LocalDate today) {
    if (by != Role.AMBASSADEUR) {
      return new PairMove.Refused(HOST_ALONE);
    }
    return pair.isAhead(today) ? new PairMove.To(pair) : new PairMove.Refused(TOO_LATE);
  }

  private static PairMove propose(Pair pair, PairAction.Propose propose, Role by) {
    boolean proposedBefore =
        pair.state().proposedBy().equals(Optional.of(by))
            && pair.state().proposed().equals(propose.days());
    return proposedBefore
        ? new PairMove.Already()
        : new PairMove.To(pair.at(proposing(pair.state(), by, propose.days())));
  }

  private static PairMove accept(Pair pair, LocalDate day, Role by, LocalDate today) {
    if (pair.status() == PairStatus.FORME) {
      return day.equals(pair.date())
          ? new PairMove.Already()
          : new PairMove.Refused(NO_PROPOSAL + FrenchDates.day(pair.date()) + ".");
    }
    if (pair.state().proposedBy().equals(Optional.of(by))) {
      return new PairMove.Refused(OWN_PROPOSAL);
    }
    if (!pair.state().proposed().contains(day)) {
      return new PairMove.Refused(REPLACED);
    }
    return day.isAfter(today)
        ? new PairMove.To(pair.at(agreeing(pair.state(), day)))
        : new PairMove.Refused(PASSED);
  }

  /** The state of a pair that a run proposes to the organisers. */
  public static PairState proposed(LocalDate day) {
    return new PairState(PairStatus.PROPOSE, day, 0, CalendarIdentity.own());
  }

  /** The state of a pair that a run makes, or that organisers have agreed to. */
  public static PairState formed(LocalDate day) {
    return new PairState(PairStatus.FORME, day, 0, CalendarIdentity.own());
  }

  /** The state of the pair with a colleague that takes the place of a cancelled one. */
  static PairState handedOn(Pair cancelled) {
    return new PairState(
        PairStatus.FORME, cancelled.date(), 0, CalendarIdentity.goingOnWith(cancelled));
  }

  private static PairState proposing(PairState state, Role by, List<LocalDate> days) {
    return new PairState(
        PairStatus.DATE_PROPOSEE,
        state.date(),
        days,
        Optional.of(by),
        state.sequence() + 1,
        Optional.empty(),
        state.calendar());
  }

  private static PairState agreeing(PairState state, LocalDate day) {
    return new PairState(PairStatus.FORME, day, state.sequence() + 1, state.calendar());
  }

  private static PairState cancelled(PairState state) {
    return new PairState(PairStatus.ANNULE, state.date(), state.sequence() + 1, state.calendar());
  }

  /** After the day there is no proposal any more. */
  private static PairMove reported(Pair before, Pair answered) {
    PairState state = answered.state();
    Pair after =
        answered.at(
            new PairState(answered.outcome(), answered.date(), state.sequence(), state.calendar()));
    return after.equals(before) ? new PairMove.Already() : new PairMove.To(after);
  }
}
