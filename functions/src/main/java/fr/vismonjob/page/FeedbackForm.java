package fr.vismonjob.page;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.Kind;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.pairing.FeedbackFields;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.util.List;
import java.util.stream.Stream;

/**
 * The form for feedback on the day.
 *
 * @param pairs the person's pairs whose day has come; more than one only for an ambassador of
 *     several students
 */
public record FeedbackForm(
    SecretLink link,
    Registration registration,
    List<Pair> pairs,
    Answers answers,
    Message message) {

  public FeedbackForm {
    pairs = List.copyOf(pairs);
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("a feedback form needs at least one pair");
    }
  }

  public boolean isAmbassador() {
    return registration.role() == Role.AMBASSADEUR;
  }

  public boolean hasSeveral() {
    return pairs.size() > 1;
  }

  /** The pairs as choices: the partner's name and the day. */
  public List<Labelled> choices() {
    return pairs.stream()
        .map(
            pair ->
                new Labelled(
                    pair.id(),
                    apart(pair.side(registration.role().other()).shownName())
                        + ", "
                        + FrenchDates.day(pair.date())))
        .toList();
  }

  /** The choice of the pair, which is needed if there are several. */
  public Field<Kind.Line> which() {
    return FeedbackFields.PAIR.required("");
  }

  /** The questions about the pair. */
  public List<Field<?>> questions() {
    return FeedbackFields.QUESTIONS;
  }

  public boolean shows(String field) {
    return Stream.concat(hasSeveral() ? Stream.of(which()) : Stream.of(), questions().stream())
        .anyMatch(shown -> shown.name().equals(field));
  }

  /** The text between marks that keep its direction from spreading (UAX #9, FSI and PDI). */
  private static String apart(String typed) {
    return "\u2068" + typed + "\u2069";
  }
}
