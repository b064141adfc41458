package fr.vismonjob.site;

import fr.vismonjob.form.Field;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.page.RegistrationPage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields that the page sends beside the registration's own, and that programs leave out: the
 * step, the field that only robots fill in, and the time at which the page was shown. See ADR 9.
 *
 * @param violations what is wrong with these fields
 * @param own the registration's own fields
 */
record PageForm(Step step, List<Violation> violations, Fields own) {
  private static final List<Field<?>> FIELDS =
      List.of(RegistrationPage.STEP, RegistrationPage.TRAP, RegistrationPage.SHOWN_AT);
  private static final Set<String> NAMES =
      FIELDS.stream().map(Field::name).collect(Collectors.toSet());

  /** No person reads and fills in the form faster. */
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  /** What the pressed button asks for. */
  enum Step {
    SEND,
    RECAP,
    MODIFY
  }

  static PageForm read(Fields fields, Instant now) {
    if (fields.isJson()) {
      return new PageForm(Step.SEND, List.of(), fields);
    }
    FieldReader reader = new FieldReader(fields.only(NAMES), FIELDS);
    Step pressed =
        switch (reader.action(RegistrationPage.STEP)) {
          case RegistrationPage.RECAP -> Step.RECAP;
          case RegistrationPage.MODIFY -> Step.MODIFY;
          default -> Step.SEND;
        };
    if (!reader.text(RegistrationPage.TRAP).isEmpty()) {
      // For people whose software filled it in.
      reader.fault(
          RegistrationPage.TRAP,
          "Laissez vide le champ «\u00a0Site web\u00a0»\u00a0: il ne sert qu’à repérer les"
              + " robots.");
    }
    boolean tooSoon = isTooSoon(reader, now);
    return new PageForm(
        pressed == Step.SEND && tooSoon ? Step.RECAP : pressed,
        reader.violations(),
        fields.without(NAMES));
  }

  /**
   * Whether nobody can have filled in the form yet; a form that does not say when it was shown is
   * not.
   */
  private static boolean isTooSoon(FieldReader reader, Instant now) {
    String shownAt = reader.text(RegistrationPage.SHOWN_AT);
    if (!shownAt.isEmpty() && !shownAt.matches("[0-9]{1,15}")) {
      reader.fault(RegistrationPage.SHOWN_AT, "Ce n’est pas une heure en millisecondes.");
      return false;
    }
    return !shownAt.isEmpty()
        && now.isBefore(Instant.ofEpochMilli(Long.parseLong(shownAt)).plus(SHORTEST));
  }
}
