package fr.vismonjob.workflow;

import fr.vismonjob.edition.FrenchDates;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * Today in Paris, by the clock. It does not decide what is due. It only refuses a day that has not
 * come yet, because an operator may have typed a wrong digit.
 *
 * @param futureAllowed whether later days may be run all the same, as tests do
 */
public record PresentDay(InstantSource clock, boolean futureAllowed) {
  /**
   * Accepts a day that has come.
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
