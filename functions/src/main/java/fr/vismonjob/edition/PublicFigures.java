package fr.vismonjob.edition;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the site tells everybody of an edition, in numbers. A number under five is neither told nor
 * kept, so that it reveals nobody.
 *
 * @param ambassadors how many have a confirmed registration
 * @param students the same of students
 * @param pairs how many pairs were ever formed; a pair that a colleague went on with counts once
 * @param daysHeld how many days have taken place
 * @param mark the mean mark
 */
public record PublicFigures(
    OptionalLong ambassadors,
    OptionalLong students,
    OptionalLong pairs,
    OptionalLong daysHeld,
    Optional<Mean> mark) {
  /** The least number that is told. */
  public static final int LEAST = 5;

  /** A mean of so many marks. How many is not told. */
  public record Mean(double value, long of) {}

  public PublicFigures {
    ambassadors = told(ambassadors);
    students = told(students);
    pairs = told(pairs);
    daysHeld = told(daysHeld);
    mark = mark.filter(mean -> mean.of() >= LEAST);
  }

  public static PublicFigures of(
      long ambassadors, long students, long pairs, long daysHeld, Optional<Mean> mark) {
    return new PublicFigures(
        OptionalLong.of(ambassadors),
        OptionalLong.of(students),
        OptionalLong.of(pairs),
        OptionalLong.of(daysHeld),
        mark);
  }

  private static OptionalLong told(OptionalLong number) {
    return number.orElse(0) < LEAST ? OptionalLong.empty() : number;
  }

  /**
   * These figures after others of the same edition. Nobody is taken away again who was counted on
   * its day or later, whoever is erased. A mean changes only with five more marks, because two
   * means that differ by fewer would tell what these few people said.
   */
  PublicFigures after(EditionInFigures taken) {
    PublicFigures earlier = taken.figures();
    boolean stays = !taken.takenOn().isBefore(taken.day());
    return new PublicFigures(
        stays ? most(ambassadors, earlier.ambassadors) : ambassadors,
        stays ? most(students, earlier.students) : students,
        stays ? most(pairs, earlier.pairs) : pairs,
        daysHeld,
        earlier.mark.filter(mean -> marks() < mean.of() + LEAST).or(() -> mark));
  }

  private long marks() {
    return mark.map(Mean::of).orElse(0L);
  }

  private static OptionalLong most(OptionalLong one, OptionalLong other) {
    return one.orElse(0) < other.orElse(0) ? other : one;
  }
}
