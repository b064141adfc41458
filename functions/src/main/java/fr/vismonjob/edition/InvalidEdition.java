package fr.vismonjob.edition;

import java.io.Serial;

/**
 * An edition's item holds a wrong value. The message names edition and attribute, in French for the
 * organiser.
 */
public final class InvalidEdition extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String edition;
  private final String attribute;

  public InvalidEdition(String edition, String attribute, String expected) {
    super(
        "Table Editions, édition « "
            + edition
            + " », attribut « "
            + attribute
            + " » : "
            + expected
            + ".");
    this.edition = edition;
    this.attribute = attribute;
  }

  public String edition() {
    return edition;
  }

  /** Edition and attribute, without the value, which may be somebody's address. */
  public String where() {
    return "édition « " + edition + " », attribut « " + attribute + " »";
  }
}
