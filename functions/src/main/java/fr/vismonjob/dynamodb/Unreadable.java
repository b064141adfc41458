package fr.vismonjob.dynamodb;

import java.io.Serial;

/** An attribute does not say what it has to say. The message is in French for the organiser. */
public final class Unreadable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String attribute;
  private final String expected;

  /**
   * @param expected what was expected; without the value, which may be personal
   */
  public Unreadable(String attribute, String expected) {
    super("attribut « " + attribute + " » : " + expected);
    this.attribute = attribute;
    this.expected = expected;
  }

  Unreadable(String attribute, String expected, Exception cause) {
    this(attribute, expected);
    initCause(cause);
  }

  public String attribute() {
    return attribute;
  }

  public String expected() {
    return expected;
  }
}
