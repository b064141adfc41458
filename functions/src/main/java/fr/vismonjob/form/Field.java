package fr.vismonjob.form;

/**
 * One thing that a form asks: the only place for its name, its words and its rule.
 *
 * @param name in forms, in JSON and in openapi.yaml
 * @param label what the form asks, in French
 * @param title over the answer where it is shown; empty if another field's answer says it too
 * @param help below the label; may be empty
 * @param ifMissing what to tell somebody who leaves it out
 * @param seenByPartner whether the person's partner is told the answer
 * @param personal whether the answer tells who somebody is, so that an erasure strikes it out of
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
    boolean seenByPartner,
    boolean personal) {

  /** Whether an answer is needed. */
  public enum Need {
    ALWAYS,
    /** It depends on other answers. */
    SOMETIMES,
    NEVER
  }

  /** A field that may be left out and that nobody but the organisers sees. */
  public static <K extends Kind> Field<K> of(String name, K kind, String label) {
    return new Field<>(name, kind, label, label, "", Need.NEVER, "", false, false);
  }

  public Field<K> label(String other) {
    return new Field<>(name, kind, other, title, help, need, ifMissing, seenByPartner, personal);
  }

  public Field<K> help(String text) {
    return new Field<>(name, kind, label, title, text, need, ifMissing, seenByPartner, personal);
  }

  /** Its answer is shown under this title in the place of the label. */
  public Field<K> shownAs(String other) {
    return new Field<>(name, kind, label, other, help, need, ifMissing, seenByPartner, personal);
  }

  /** Its answer is shown as a part of another field's. */
  public Field<K> shownWithAnother() {
    return shownAs("");
  }

  public Field<K> needed(Need when, String message) {
    return new Field<>(name, kind, label, title, help, when, message, seenByPartner, personal);
  }

  public Field<K> required(String message) {
    return needed(Need.ALWAYS, message);
  }

  /** The same, to be left out. */
  public Field<K> optional() {
    return needed(Need.NEVER, "");
  }

  public Field<K> shownToPartner() {
    return new Field<>(name, kind, label, title, help, need, ifMissing, true, personal);
  }

  public Field<K> tellingWho() {
    return new Field<>(name, kind, label, title, help, need, ifMissing, seenByPartner, true);
  }

  public boolean isRequired() {
    return need == Need.ALWAYS;
  }

  public boolean isOptional() {
    return need == Need.NEVER;
  }
}
