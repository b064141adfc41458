package fr.vismonjob.site;

import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Violation;
import fr.vismonjob.page.RegistrationPage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields that the page sends beside the registration's own, and that programs leave out: the
 * step, the field that only robots fill in, and the time at which the page was shown. See ADR 9.
 *
 * @param own the registration's own fields
 */
record PageForm(Step step, boolean trapped, Duration hold, Fields own) {
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
      return new PageForm(Step.SEND, false, Duration.ZERO, fields);
    }
    // A step that does not exist stays among the fields and is refused like any unknown field.
    Optional<Step> step = step(fields.code(RegistrationPage.STEP));
    Fields own = fields.without(Set.of(RegistrationPage.TRAP.name(), RegistrationPage.SHOWN_AT));
    return new PageForm(
        step.orElse(Step.SEND),
        !fields.text(RegistrationPage.TRAP.name()).isEmpty(),
        hold(fields.code(RegistrationPage.SHOWN_AT), now),
        step.isPresent() ? own.without(Set.of(RegistrationPage.STEP)) : own);
  }

  private static Optional<Step> step(String value) {
    return switch (value) {
      case "" -> Optional.of(Step.SEND);
      case RegistrationPage.RECAP -> Optional.of(Step.RECAP);
      case RegistrationPage.MODIFY -> Optional.of(Step.MODIFY);
      default -> Optional.empty();
    };
  }

  /**
   * How long the form has to wait before it is handled; zero if it does not say when it was shown.
   */
  private static Duration hold(String shownAt, Instant now) {
    if (!shownAt.matches("[0-9]{1,15}")) {
      return Duration.ZERO;
    }
    Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(shownAt)), now);
    Duration left = SHORTEST.minus(age);
    return left.isNegative() ? Duration.ZERO : left.compareTo(SHORTEST) > 0 ? SHORTEST : left;
  }

  /** Adds the violation of the hidden field, for people whose software filled it in. */
  List<Violation> withTrap(List<Violation> violations) {
    List<Violation> all = new ArrayList<>(violations);
    if (trapped) {
      all.add(
          new Violation(
              RegistrationPage.TRAP.name(),
              "Laissez vide le champ «\u00a0Site web\u00a0»\u00a0: il ne sert qu’à repérer les"
                  + " robots."));
    }
    return all;
  }
}
