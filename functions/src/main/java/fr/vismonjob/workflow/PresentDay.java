package fr.vismonjob.workflow;

import fr.vismonjob.edition.FrenchDates;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * The day that it is in Paris by the clock. It decides nothing that is due; it only keeps a wrong
 * digit in an operator's command from living through a day that has not come yet.
 *
 * @param futureAllowed whether later days may be lived through all the same, as tests do
 */
public record PresentDay(InstantSource clock, boolean futureAllowed) {
  /**
   * Lets through a day that has come.
   *
   * @throws WrongInput if it has not
   */
  void check(LocalDate today) {
    LocalDate now = FrenchDates.dayOf(clock.instant());
    if (!futureAllowed && today.isAfter(now)) {
      throw new WrongInput(
          "« today » : %s n’est pas encore arrivé, nous sommes le %s à Paris. Rien n’a été changé."
              .formatted(today, now));
    }
  }

  boolean isOver(LocalDate day) {
    return futureAllowed || day.isBefore(FrenchDates.dayOf(clock.instant()));
  }
}
