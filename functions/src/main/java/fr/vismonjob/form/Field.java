package fr.vismonjob.form;

/**
 * A field of a form: the only place for its name, its words and its rule.
 *
 * @param name its name in forms, in JSON and in openapi.yaml
 * @param label what the form asks, in French
 * @param title heading of the answer where it is shown; empty if it is shown with another field's
 *     answer
 * @param help text below the label; may be empty
 * @param ifMissing message for people who leave it out
 * @param isShownToPartner whether the person's partner sees the answer
 * @param isPersonal whether the answer identifies the person, so that an erasure removes it from
 *     what others wrote
 */
public record Field<K extends Kind>(
    String name,
    K kind,
    String label,
    String title,
    String help,
    Need need,
    String ifMissing,
    boolean isShownToPartner,
    boolean isPersonal) {

  /** Whether an answer is needed. */
  public enum Need {
    ALWAYS,
    /** Other answers decide. */
    SOMETIMES,
    NEVER
  }

  /** A field that may be left out and that only the organisers see. */
  public static <K extends Kind> Field<K> of(String name, K kind, String label) {
    return new Field<>(name, kind, label, label, "", Need.NEVER, "", false, false);
  }

  public Field<K> label(String other) {
    return new Field<>(
        name, kind, other, title, help, need, ifMissing, isShownToPartner, isPersonal);
  }

  public Field<K> help(String text) {
    return new Field<>(
        name, kind, label, title, text, need, ifMissing, isShownToPartner, isPersonal);
  }

  /** The same field, with another title than its label where the answer is shown. */
  public Field<K> shownAs(String other) {
    return new Field<>(
        name, kind, label, other, help, need, ifMissing, isShownToPartner, isPersonal);
  }

  /** The same field, its answer shown with that of another field. */
  public Field<K> shownWithAnother() {
    return shownAs("");
  }

  public Field<K> needed(Need when, String message) {
    return new Field<>(name, kind, label, title, help, when, message, isShownToPartner, isPersonal);
  }

  public Field<K> required(String message) {
    return needed(Need.ALWAYS, message);
  }

  /** The same field, which may be left out. */
  public Field<K> optional() {
    return needed(Need.NEVER, "");
  }

  public Field<K> shownToPartner() {
    return new Field<>(name, kind, label, title, help, need, ifMissing, true, isPersonal);
  }

  public Field<K> personal() {
    return new Field<>(name, kind, label, title, help, need, ifMissing, isShownToPartner, true);
  }

  public boolean isRequired() {
    return need == Need.ALWAYS;
  }

  public boolean isOptional() {
    return need == Need.NEVER;
  }
}
