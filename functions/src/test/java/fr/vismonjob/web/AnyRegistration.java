package fr.vismonjob.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.FilledField;
import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationForm;
import fr.vismonjob.registration.Role;
import fr.vismonjob.web.FormBody.UnreadableBody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What holds for any body that is sent to register. */
final class AnyRegistration {
  private static final Edition EDITION = EditionBuilder.edition().day("2026-11-24").build();

  private AnyRegistration() {}

  /** Whatever is accepted reads the same once it is shown and sent again. */
  static void isAcceptedOrRefused(Supplier<Fields> body) {
    Fields fields;
    try {
      fields = body.get();
    } catch (UnreadableBody _) {
      return;
    }
    for (Role role : Role.values()) {
      switch (RegistrationForm.read(fields, role, EDITION)) {
        case RegistrationForm.Valid(RegistrationAnswers answers) ->
            assertEquals(
                new RegistrationForm.Valid(answers),
                RegistrationForm.read(sentAgain(answers), role, EDITION));
        case RegistrationForm.Invalid invalid -> assertFalse(invalid.violations().isEmpty());
      }
    }
  }

  private static Fields sentAgain(RegistrationAnswers answers) {
    Map<String, List<String>> values = new HashMap<>();
    values.put("consentement", List.of("oui"));
    for (FilledField field : FilledForm.of(answers)) {
      values.put(field.field().name(), field.typed());
    }
    return Fields.of(values);
  }
}
