package fr.vismonjob.workflow;

import fr.vismonjob.edition.FrenchDates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The edition and the day that a workflow was started for.
 *
 * @param today the day that decides what is due; the clock never does
 */
public record Start(String edition, LocalDate today) {
  private static final String DAY = "{ \"edition\": \"2026\", \"today\": \"2026-11-10\" }.";
  private static final String SCHEDULE = "{ \"scheduled\": \"2026-11-10T06:00:00Z\" }.";

  /**
   * Reads {@code {"edition": "2026", "today": "2026-11-10"}}.
   *
   * @throws WrongInput if it is something else
   */
  public static Start of(@Nullable Object json) {
    String edition = text(json, "edition", DAY);
    String today = text(json, "today", DAY);
    try {
      return new Start(edition, LocalDate.parse(today));
    } catch (DateTimeException e) {
      throw new WrongInput(
          "« today » : « " + today + " » n’est pas une date de la forme 2026-11-10.");
    }
  }

  /**
   * Reads the day in Paris from {@code {"scheduled": "2026-11-10T06:00:00Z"}}, the time at which
   * the schedule starts.
   *
   * @throws WrongInput if it is something else
   */
  public static LocalDate scheduledDay(@Nullable Object json) {
    String moment = text(json, "scheduled", SCHEDULE);
    try {
      return FrenchDates.dayOf(Instant.parse(moment));
    } catch (DateTimeException e) {
      throw new WrongInput(
          "« scheduled » : « "
              + moment
              + " » n’est pas un instant de la forme 2026-11-10T06:00:00Z.");
    }
  }

  /**
   * Whether everybody's link is to be sent anew, {@code "nouveaux_liens": true}.
   *
   * @throws WrongInput if it says something else than yes or no
   */
  public static boolean asksForLinks(@Nullable Object json) {
    Object wish = json instanceof Map<?, ?> input ? input.get("nouveaux_liens") : null;
    if (wish == null) {
      return false;
    }
    if (wish instanceof Boolean yes) {
      return yes;
    }
    throw new WrongInput("« nouveaux_liens » : il faut true ou false, sans guillemets.");
  }

  private static String text(@Nullable Object json, String name, String expected) {
    if (!(json instanceof Map<?, ?> input)) {
      throw new WrongInput("Un objet JSON est attendu : " + expected);
    }
    if (input.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new WrongInput("« " + name + " » manque ou n’est pas un texte ; il faut " + expected);
  }

  /** The input of the workflow of one day. */
  public Map<String, Object> json() {
    return Map.of("edition", edition, "today", today.toString());
  }
}
