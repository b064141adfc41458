package fr.vismonjob.edition;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often somebody has done today, in Paris, what sends mails to somebody: five times at most, so
 * that nobody's mailbox can be flooded.
 */
public record ActsOfDay(LocalDate day, int number) {
  private static final int MOST = 5;

  private static final Pattern TEXT =
      Pattern.compile("\\s*([0-9]{4}-[0-9]{2}-[0-9]{2})\\s*:\\s*([0-9]{1,6})\\s*");

  /** Reads the table's text. One of another day counts for nothing, and so does any other text. */
  public static ActsOfDay read(String text, LocalDate today) {
    Matcher matcher = TEXT.matcher(text);
    boolean isOfToday = matcher.matches() && matcher.group(1).equals(today.toString());
    return new ActsOfDay(today, isOfToday ? Integer.parseInt(matcher.group(2)) : 0);
  }

  public boolean areEnough() {
    return number >= MOST;
  }

  public ActsOfDay oneMore() {
    return new ActsOfDay(day, number + 1);
  }

  /** The text in the table, such as {@code 2026-11-10 : 3}. */
  public String text() {
    return day + " : " + number;
  }
}
