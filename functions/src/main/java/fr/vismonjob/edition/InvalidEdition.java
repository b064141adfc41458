package fr.vismonjob.edition;

import java.io.Serial;

/**
 * An edition's item holds a wrong value. The message names the attribute, in French for the
 * organiser.
 */
public final class InvalidEdition extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String attribute;

  public InvalidEdition(String attribute, String reason) {
    super("Table Editions, attribut « " + attribute + " » : " + reason + ".");
    this.attribute = attribute;
  }

  /** The attribute's name, without its value, which may be somebody's address. */
  public String attribute() {
    return attribute;
  }
}
