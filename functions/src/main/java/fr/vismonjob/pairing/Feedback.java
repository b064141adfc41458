package fr.vismonjob.pairing;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The feedback of one of the two on their day.
 *
 * @param absent who did not come; only if the day did not take place
 * @param mark from 1 to 5
 * @param comment may be empty
 */
public record Feedback(
    boolean tookPlace, Optional<Absent> absent, OptionalInt mark, String comment) {

  /** Who did not come. The codes are those of the form and of the table. */
  public enum Absent {
    AMBASSADOR("ambassadeur"),
    STUDENT("etudiant"),
    BOTH("les-deux");

    private final String code;

    Absent(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    static Optional<Absent> ofCode(String code) {
      return Arrays.stream(values()).filter(absent -> absent.code.equals(code)).findFirst();
    }
  }

  public Feedback {
    if (tookPlace == absent.isPresent()) {
      throw new IllegalArgumentException(
          "feedback has to say who was absent if the day did not take place, and only then");
    }
    if (mark.isPresent() && (mark.getAsInt() < 1 || mark.getAsInt() > 5)) {
      throw new IllegalArgumentException("a mark is from 1 to 5, not " + mark.getAsInt());
    }
  }

  Feedback withComment(String other) {
    return new Feedback(tookPlace, absent, mark, other);
  }
}
