package fr.vismonjob.edition;

import java.io.Serial;

/**
 * An edition's item holds a value that cannot be used; the message, in French, names the attribute
 * for the organiser.
 */
public final class InvalidEdition extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String attribute;

  public InvalidEdition(String attribute, String reason) {
    super("Table Editions, attribut « " + attribute + " » : " + reason + ".");
    this.attribute = attribute;
  }

  /** Which attribute, without its value: that may be somebody's address. */
  public String attribute() {
    return attribute;
  }
}
