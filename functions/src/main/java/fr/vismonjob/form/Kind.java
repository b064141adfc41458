package fr.vismonjob.form;

import java.util.List;
import java.util.stream.IntStream;

/** The kind of answer that a field takes, with the rule for each value. */
public sealed interface Kind {

  /** Text that people write, with a maximum length. */
  sealed interface Text extends Kind {
    int longest();

    /**
     * How much a browser lets people type or paste. It cuts the rest off without a word, so it gets
     * much more than {@link #longest}: signs that are cleaned away, and a text that is too long, of
     * which the server tells.
     */
    default int longestTyped() {
      return 4 * longest();
    }
  }

  /**
   * One line.
   *
   * @param autofill token of the HTML standard for what a browser may fill in
   * @param isCode whether it is an address, a number or a code, which has no blanks, and not words
   */
  record Line(int longest, String autofill, boolean isCode) implements Text {
    public Line(int longest, String autofill) {
      this(longest, autofill, false);
    }

    public static Line ofCode(int longest, String autofill) {
      return new Line(longest, autofill, true);
    }

    /** A code that no browser fills in. */
    public static Line ofCode(int longest) {
      return ofCode(longest, "off");
    }
  }

  /** Several lines, in a box of so many rows. */
  record Lines(int longest, int rows) implements Text {}

  /** One of these choices, from a list or by radio buttons. */
  record Choice(List<Labelled> choices, boolean radios) implements Kind {
    public Choice {
      choices = List.copyOf(choices);
    }
  }

  /** Several different choices, the most wished for first. */
  record Ranking(List<Labelled> choices, int most) implements Kind {
    public Ranking {
      choices = List.copyOf(choices);
    }
  }

  /**
   * A whole number.
   *
   * @param otherwise value if there is no answer; 0 if there is none
   * @param names words to choose from instead of numbers, one for each number; may be empty
   */
  record Whole(int least, int most, int otherwise, List<String> names) implements Kind {
    public Whole {
      names = List.copyOf(names);
    }

    /** The numbers as choices by name. */
    public List<Labelled> choices() {
      return IntStream.range(0, names.size())
          .mapToObj(i -> new Labelled(Integer.toString(least + i), names.get(i)))
          .toList();
    }
  }

  /** A box to tick: {@code oui} in a form, {@code true} in JSON. */
  record Box() implements Kind {}

  /** A day such as {@code 2026-11-24}. */
  record Day() implements Kind {}

  /** An hour of the day such as {@code 09:30}. */
  record Hour() implements Kind {}

  /** Several days. */
  record Days() implements Kind {}

  /** The button of the form that was pressed. */
  record Action(List<String> codes) implements Kind {
    public Action(String... codes) {
      this(List.of(codes));
    }
  }

  /** Whether the answer is in people's own words, and not a code, a number or a day. */
  default boolean isWords() {
    return switch (this) {
      case Line line -> !line.isCode();
      case Lines _ -> true;
      case Choice _, Ranking _, Whole _, Box _, Day _, Hour _, Days _, Action _ -> false;
    };
  }

  /** The type of the value in JSON. In a form every value is text. */
  default Json json() {
    return switch (this) {
      case Text _, Choice _, Day _, Hour _, Action _ -> Json.TEXT;
      case Ranking _, Days _ -> Json.TEXTS;
      case Whole _ -> Json.NUMBER;
      case Box _ -> Json.TRUTH;
    };
  }

  /** Types of values in JSON. */
  enum Json {
    TEXT,
    TEXTS,
    NUMBER,
    TRUTH,
    OTHER
  }
}
