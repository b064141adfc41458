package fr.vismonjob.matching;

/** A value that a record refuses. */
public final class InvalidValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final String field;

  InvalidValueException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The record component that holds the value. */
  public String field() {
    return field;
  }
}
