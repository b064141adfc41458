package fr.vismonjob.workflow;

import fr.vismonjob.edition.Due;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow was started for: an operator names edition and day, the schedule tells its own
 * time only.
 *
 * @param edition empty for the current one
 * @param today the day to live through; what is due follows from it, never from the clock
 */
public record Start(Optional<String> edition, LocalDate today) {
  private static final String EXPECTED = "{ \"edition\": \"2026\", \"today\": \"2026-11-10\" }.";

  /**
   * Reads {@code {"edition": "2026", "today": "2026-11-10"}} or {@code {"scheduled":
   * "2026-11-10T06:00:00Z"}}.
   *
   * @throws WrongInput if it is neither
   */
  public static Start of(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> input)) {
      throw new WrongInput("Un objet JSON est attendu : " + EXPECTED);
    }
    if (input.containsKey("scheduled")) {
      return new Start(Optional.empty(), Due.dayOf(moment(input)));
    }
    String edition = text(input, "edition");
    return new Start(Optional.of(edition), day(input));
  }

  private static Instant moment(Map<?, ?> input) {
    String text = text(input, "scheduled");
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new WrongInput(
          "« scheduled » : « "
              + text
              + " » n’est pas un instant de la forme 2026-11-10T06:00:00Z.");
    }
  }

  private static LocalDate day(Map<?, ?> input) {
    String text = text(input, "today");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new WrongInput(
          "« today » : « " + text + " » n’est pas une date de la forme 2026-11-10.");
    }
  }

  private static String text(Map<?, ?> input, String name) {
    if (input.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new WrongInput("« " + name + " » manque ou n’est pas un texte ; il faut " + EXPECTED);
  }
}
