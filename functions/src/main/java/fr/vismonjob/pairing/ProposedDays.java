package fr.vismonjob.pairing;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.FieldReader.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The days that may be proposed: those of the edition that are still to come, except the agreed
 * one.
 */
public final class ProposedDays {
  private ProposedDays() {}

  public static List<LocalDate> possible(Pair pair, Edition edition, LocalDate today) {
    return edition.possibleDays().stream()
        .filter(day -> day.isAfter(today) && !day.equals(pair.date()))
        .toList();
  }

  /** What is wrong with the days of a proposal. Other actions have no days. */
  static Optional<Violation> violation(
      PairAction action, Pair pair, Supplier<Edition> edition, LocalDate today) {
    return action instanceof PairAction.Propose(List<LocalDate> days)
        ? fault(days, pair, edition.get(), today)
            .map(message -> new Violation(PairForm.DAYS.name(), message))
        : Optional.empty();
  }

  private static Optional<String> fault(
      List<LocalDate> days, Pair pair, Edition edition, LocalDate today) {
    if (days.contains(pair.date())) {
      return Optional.of(
          "Un des jours est celui qui est déjà convenu\u00a0: proposez-en d’autres.");
    }
    if (!days.stream().allMatch(day -> day.isAfter(today))) {
      return Optional.of("Un des jours est passé\u00a0: proposez des jours à partir de demain.");
    }
    return edition.possibleDays().containsAll(days)
        ? Optional.empty()
        : Optional.of(
            "Un des jours n’est pas possible\u00a0: proposez des jours ouvrés proches de la"
                + " journée.");
  }
}
