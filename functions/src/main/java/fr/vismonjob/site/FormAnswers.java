package fr.vismonjob.site;

import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Violation;
import fr.vismonjob.page.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prepares what a form shows again: what was typed, and what is wrong with it. */
final class FormAnswers {
  private FormAnswers() {}

  static Answers of(Fields fields, List<Violation> violations) {
    Map<String, String> messages = new LinkedHashMap<>();
    violations.forEach(violation -> messages.putIfAbsent(violation.field(), violation.message()));
    return new Answers(fields.typed(), messages);
  }
}
