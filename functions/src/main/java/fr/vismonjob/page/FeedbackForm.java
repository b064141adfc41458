package fr.vismonjob.page;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.identity.PersonLink;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.util.List;
import java.util.Set;

/**
 * What somebody thinks of the day.
 *
 * @param pairs those whose day has come; more than one only for an ambassador with several students
 */
public record FeedbackForm(
    PersonLink link,
    Registration registration,
    List<Pair> pairs,
    Answers answers,
    Message message) {

  private static final Set<String> FIELDS =
      Set.of("binome", "a_eu_lieu", "absent", "note", "commentaire");

  public FeedbackForm {
    pairs = List.copyOf(pairs);
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("feedback is about a pair");
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
    Role other = isAmbassador() ? Role.ETUDIANT : Role.AMBASSADEUR;
    return pairs.stream()
        .map(
            pair ->
                new Labelled(
                    pair.id(),
                    apart(pair.side(other).shownName()) + ", " + FrenchDates.day(pair.date())))
        .toList();
  }

  public boolean shows(String field) {
    return FIELDS.contains(field) && (hasSeveral() || !field.equals("binome"));
  }

  /** Between the marks that keep a text's direction within it (UAX #9, FSI and PDI). */
  private static String apart(String typed) {
    return "\u2068" + typed + "\u2069";
  }
}
