package fr.vismonjob.matching;

/**
 * Two people by their ids.
 *
 * @param student the student's id
 * @param ambassador the ambassador's id
 */
public record PairIds(String student, String ambassador) {

  /**
   * Checks the ids.
   *
   * @throws InvalidValueException if one of them is empty or too long
   */
  public PairIds {
    Require.code("student", student);
    Require.code("ambassador", ambassador);
  }
}
