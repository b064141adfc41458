package fr.vismonjob.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a form field by field, and records in French what is wrong with each. Only the first fault
 * of a field is reported. Every value that is sent must be of a field of the form, and of its type
 * and length, even if the form does not need it.
 */
public final class FieldReader implements AnswerSource {
  /** What is wrong with a field, in French, for the person who filled it in. */
  public record Violation(String field, String message) {}

  private final Fields fields;
  private final List<String> order;
  private final Map<String, String> faults = new HashMap<>();

  /**
   * @param form the form's fields, in their order
   */
  public FieldReader(Fields fields, List<? extends Field<?>> form) {
    this.fields = fields;
    this.order =
        Stream.concat(form.stream().map(Field::name), fields.names().stream()).distinct().toList();
    order.subList(form.size(), order.size()).forEach(name -> fault(name, "Ce champ n’existe pas."));
    form.forEach(this::checkShape);
  }

  private void checkShape(Field<?> field) {
    Kind kind = field.kind();
    if (fields.isMisTyped(field.name(), kind.json())) {
      fault(field, "Cette valeur n’est pas du type attendu.");
    }
    if (kind.json() != Kind.Json.TEXTS && fields.count(field.name()) > 1) {
      fault(field, "Ce champ ne peut être indiqué qu’une fois.");
    }
    if (kind instanceof Kind.Text text) {
      checkText(field, text);
    }
    if (kind instanceof Kind.Hour
        && !typed(field).isEmpty()
        && TypedHour.of(typed(field)).isEmpty()) {
      fault(field, "Indiquez une heure, par exemple 09:30.");
    }
  }

  private void checkText(Field<?> field, Kind.Text kind) {
    String text = typed(field);
    if (text.codePointCount(0, text.length()) > kind.longest()) {
      fault(field, "Le texte dépasse " + kind.longest() + " caractères.");
    }
    boolean lines = kind instanceof Kind.Lines;
    if (text.codePoints()
        .anyMatch(c -> Character.isISOControl(c) && !(lines && (c == '\n' || c == '\t')))) {
      fault(field, "Le texte contient un caractère de contrôle.");
    }
  }

  /** The faults, in the order of the form. Names that are no fields of it come last. */
  public List<Violation> violations() {
    return order.stream()
        .filter(faults::containsKey)
        .map(name -> new Violation(name, Objects.requireNonNull(faults.get(name))))
        .toList();
  }

  public void fault(Field<?> field, String message) {
    fault(field.name(), message);
  }

  private void fault(String name, String message) {
    faults.putIfAbsent(name, message);
  }

  public boolean isFaulty(Field<?> field) {
    return faults.containsKey(field.name());
  }

  /** Records that the field is missing, because other answers make it needed. */
  public void missing(Field<?> field) {
    fault(field, field.ifMissing());
  }

  @Override
  public String text(Field<? extends Kind.Text> field) {
    return single(field);
  }

  @Override
  public Labelled choice(Field<Kind.Choice> field) {
    String code = single(field);
    Optional<Labelled> choice = Labelled.find(field.kind().choices(), code);
    if (choice.isEmpty() && !code.isEmpty()) {
      fault(field, "Ce choix n’est pas dans la liste.");
    }
    return choice.orElse(new Labelled("", ""));
  }

  @Override
  public List<Labelled> ranking(Field<Kind.Ranking> field) {
    List<String> codes = several(field);
    if (codes.size() > field.kind().most()) {
      fault(field, "Indiquez " + field.kind().most() + " choix au plus.");
    }
    if (codes.stream().distinct().count() < codes.size()) {
      fault(field, "Le même choix est indiqué plusieurs fois.");
    }
    List<Labelled> known =
        codes.stream()
            .flatMap(code -> Labelled.find(field.kind().choices(), code).stream())
            .toList();
    if (known.size() < codes.size()) {
      fault(field, "Un des choix n’est pas dans la liste.");
    }
    return known;
  }

  @Override
  public int whole(Field<Kind.Whole> field) {
    Kind.Whole kind = field.kind();
    String text = single(field);
    if (text.isEmpty()) {
      return kind.otherwise();
    }
    // JSON may write 50 as 50.0 or 5e1.
    int number = text.matches("[0-9]{1,9}(\\.0+)?") ? (int) Double.parseDouble(text) : -1;
    if (number < kind.least() || number > kind.most()) {
      fault(field, "Indiquez un nombre entier entre " + kind.least() + " et " + kind.most() + ".");
    }
    return number;
  }

  @Override
  public boolean ticked(Field<Kind.Box> field) {
    String value = single(field);
    if (!value.isEmpty() && !value.equals("oui")) {
      fault(field, "La seule valeur possible est « oui ».");
    }
    return value.equals("oui");
  }

  public Optional<LocalDate> day(Field<Kind.Day> field) {
    return Optional.of(single(field))
        .filter(text -> !text.isEmpty())
        .flatMap(text -> day(field, text));
  }

  public Optional<LocalTime> hour(Field<Kind.Hour> field) {
    return TypedHour.of(single(field));
  }

  @Override
  public List<LocalDate> days(Field<Kind.Days> field) {
    return several(field).stream().flatMap(text -> day(field, text).stream()).toList();
  }

  /** The code of the button that was pressed; empty if none was, or if there is no such button. */
  public String action(Field<Kind.Action> field) {
    List<String> codes = field.kind().codes();
    String code = single(field);
    if (code.isEmpty() || codes.contains(code)) {
      return code;
    }
    fault(field, words(codes));
    return "";
  }

  private static String words(List<String> codes) {
    List<String> quoted = codes.stream().map(code -> "«\u00a0" + code + "\u00a0»").toList();
    String last = quoted.getLast();
    return codes.size() == 1
        ? "La seule action possible est " + last + "."
        : "Les actions possibles sont "
            + String.join(", ", quoted.subList(0, quoted.size() - 1))
            + " et "
            + last
            + ".";
  }

  private Optional<LocalDate> day(Field<?> field, String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      fault(field, "Une date n’est pas de la forme 2026-11-24.");
      return Optional.empty();
    }
  }

  private String single(Field<?> field) {
    String value = isFaulty(field) ? "" : typed(field);
    if (value.isEmpty() && field.isRequired()) {
      missing(field);
    }
    return value;
  }

  private String typed(Field<?> field) {
    return field.kind().isWords() ? fields.text(field.name()) : fields.code(field.name());
  }

  private List<String> several(Field<?> field) {
    List<String> values = isFaulty(field) ? List.of() : fields.codes(field.name());
    if (values.isEmpty() && field.isRequired()) {
      missing(field);
    }
    return values;
  }
}
