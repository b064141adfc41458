package fr.vismonjob.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads single fields and notes, in French, what is wrong with each; the first fault of a field is
 * the one told.
 */
public final class FieldReader {
  private final Fields fields;
  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> faulty = new HashSet<>();

  public FieldReader(Fields fields) {
    this.fields = fields;
  }

  public List<Violation> violations() {
    return violations;
  }

  public void fault(String field, String message) {
    if (faulty.add(field)) {
      violations.add(new Violation(field, message));
    }
  }

  public boolean isFaulty(String field) {
    return faulty.contains(field);
  }

  public void refuseUnknown(Set<String> known) {
    for (String name : fields.names()) {
      if (!known.contains(name)) {
        fault(name, "Ce champ n’existe pas.");
      }
    }
  }

  /** One value, without control characters; empty if absent. */
  public String optional(String field, int longest) {
    return single(field, longest, false);
  }

  /** The same over several lines. */
  public String optionalLines(String field, int longest) {
    return single(field, longest, true).replace("\r\n", "\n").replace('\r', '\n');
  }

  public String required(String field, int longest, String ifMissing) {
    String value = optional(field, longest);
    if (value.isEmpty()) {
      fault(field, ifMissing);
    }
    return value;
  }

  /** One of the codes, or a placeholder once the fault is noted. */
  public Labelled choice(String field, List<Labelled> choices, String ifMissing) {
    String code = required(field, 100, ifMissing);
    return Labelled.find(choices, code)
        .orElseGet(
            () -> {
              fault(field, "Ce choix n’est pas dans la liste.");
              return new Labelled("", "");
            });
  }

  /** Different codes, in order of preference. */
  public List<Labelled> choices(String field, List<Labelled> choices, int most) {
    checkType(field);
    List<String> codes = fields.all(field);
    if (codes.size() > most) {
      fault(field, "Indiquez " + most + " choix au plus.");
    }
    if (codes.stream().distinct().count() < codes.size()) {
      fault(field, "Le même choix est indiqué plusieurs fois.");
    }
    List<Labelled> known =
        codes.stream().flatMap(code -> Labelled.find(choices, code).stream()).toList();
    if (known.size() < codes.size()) {
      fault(field, "Un des choix n’est pas dans la liste.");
    }
    return known;
  }

  public int integer(String field, int least, int most, int otherwise) {
    String text = optional(field, 10);
    if (text.isEmpty()) {
      return otherwise;
    }
    String message = "Indiquez un nombre entier entre " + least + " et " + most + ".";
    if (!text.matches("-?[0-9]{1,9}")) {
      fault(field, message);
      return otherwise;
    }
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      fault(field, message);
    }
    return number;
  }

  /** Whether a box is ticked. */
  public boolean ticked(String field) {
    String value = optional(field, 10);
    if (!value.isEmpty() && !value.equals("oui")) {
      fault(field, "La seule valeur possible est « oui ».");
    }
    return value.equals("oui");
  }

  /** Days, each of the form {@code 2026-11-24}. */
  public List<LocalDate> days(String field) {
    return values(field).stream().flatMap(text -> day(field, text).stream()).toList();
  }

  /** The day that a text of this field means. */
  public Optional<LocalDate> day(String field, String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      fault(field, "Une date n’est pas de la forme 2026-11-24.");
      return Optional.empty();
    }
  }

  private List<String> values(String field) {
    checkType(field);
    return fields.all(field);
  }

  private String single(String field, int longest, boolean lines) {
    checkType(field);
    if (fields.count(field) > 1) {
      fault(field, "Ce champ ne peut être indiqué qu’une fois.");
    }
    String value = fields.text(field);
    if (value.codePointCount(0, value.length()) > longest) {
      fault(field, "Le texte dépasse " + longest + " caractères.");
    }
    if (value.codePoints().anyMatch(c -> Character.isISOControl(c) && !(lines && isLayout(c)))) {
      fault(field, "Le texte contient un caractère de contrôle.");
    }
    return value;
  }

  private static boolean isLayout(int character) {
    return character == '\n' || character == '\r' || character == '\t';
  }

  private void checkType(String field) {
    if (fields.isMisTyped(field)) {
      fault(field, "Cette valeur n’est pas du type attendu.");
    }
  }
}
