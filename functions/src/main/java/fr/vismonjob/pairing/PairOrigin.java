package fr.vismonjob.pairing;

import fr.vismonjob.edition.FrenchDates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a pair was made.
 *
 * @param run the matching run that made it
 * @param formedAt when the two were made a pair; empty for one that was only ever proposed
 * @param reasons the reasons for the pair, in French sentences, word for word as in the mails
 */
public record PairOrigin(String run, Optional<Instant> formedAt, int score, List<String> reasons) {
  private static final Pattern DAY = Pattern.compile("/(\\d{4}-\\d\\d-\\d\\d)");

  public PairOrigin {
    reasons = List.copyOf(reasons);
  }

  /**
   * The day on which the two were made a pair: the one that the run was for, which is not always
   * the clock's, or a later one if organisers agreed to the proposal then. Empty if neither can be
   * told.
   */
  Optional<LocalDate> formedOn() {
    return Stream.concat(dayOfRun().stream(), formedAt.map(FrenchDates::dayOf).stream())
        .max(Comparator.naturalOrder());
  }

  private Optional<LocalDate> dayOfRun() {
    Matcher day = DAY.matcher(run);
    try {
      return day.find() ? Optional.of(LocalDate.parse(day.group(1))) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
