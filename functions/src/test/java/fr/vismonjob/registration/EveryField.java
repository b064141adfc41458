package fr.vismonjob.registration;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Somebody who has answered every field of the form, with words that stand nowhere else. */
public final class EveryField {
  public static final Edition EDITION = EditionBuilder.edition().day("2026-11-24").build();

  /** Answers to fields whose rule is narrower than their kind. */
  private static final Map<String, String> PARTICULAR =
      Map.of(
          "courriel", "zoe.tout@interieur.gouv.fr",
          "telephone", "06 98 76 54 32",
          "code_postal", "01400",
          "commune", "01393");

  private EveryField() {}

  public static Map<String, List<String>> typed(Role role) {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    RegistrationFields.of(role).forEach(field -> typed.put(field.name(), typed(field)));
    return typed;
  }

  private static List<String> typed(Field<?> field) {
    return switch (field.kind()) {
      case Kind.Text _ ->
          List.of(PARTICULAR.getOrDefault(field.name(), "Réponse à " + field.name()));
      case Kind.Choice choice -> List.of(choice.choices().getLast().code());
      case Kind.Ranking ranking ->
          List.of(ranking.choices().getLast().code(), ranking.choices().getFirst().code());
      case Kind.Whole whole -> List.of(Integer.toString(whole.most()));
      case Kind.Box _ -> List.of("oui");
      case Kind.Days _ -> List.of("2026-11-24", "2026-11-26");
      case Kind.Day _, Kind.Hour _, Kind.Action _ ->
          throw new IllegalArgumentException(field.name() + " is no field of a registration");
    };
  }

  public static Registration registration(Role role) {
    RegistrationBuilder builder =
        role == Role.AMBASSADEUR
            ? RegistrationBuilder.ambassador("Zoé")
            : RegistrationBuilder.student("Zoé");
    return switch (RegistrationForm.read(Fields.of(typed(role)), role, EDITION)) {
      case RegistrationForm.Valid(RegistrationAnswers answers) ->
          builder.build().changed(answers, Instant.parse("2026-10-01T08:00:00Z"));
      case RegistrationForm.Invalid(var violations, var _) ->
          throw new IllegalStateException(violations.toString());
    };
  }

  /** The registration as its table holds it. */
  public static Map<String, AttributeValue> item(Role role) {
    return RegistrationItem.write(registration(role)).attributes();
  }
}
