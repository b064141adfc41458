package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.Unreadable;
import fr.vismonjob.form.AnswerSource;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.Kind;
import fr.vismonjob.form.Labelled;
import java.time.LocalDate;
import java.util.List;

/** The answers that a registration's item keeps, each under its field's name. */
record StoredAnswers(Item item) implements AnswerSource {
  @Override
  public String text(Field<? extends Kind.Text> field) {
    String text = field.isRequired() ? item.required(field.name()) : item.textOrEmpty(field.name());
    return withZeros(field, text);
  }

  /** A telephone or postal code that was typed as a number has lost the zeros before it. */
  private static String withZeros(Field<?> field, String text) {
    if (field.name().equals(RegistrationFields.POSTAL_CODE.name())) {
      return text.matches("[0-9]{4}") ? "0" + text : text;
    }
    return field.equals(RegistrationFields.PHONE) && text.matches("[1-9][0-9]{8}")
        ? "0" + text
        : text;
  }

  @Override
  public Labelled choice(Field<Kind.Choice> field) {
    String name = field.name() + RegistrationItem.CODE;
    known(field.kind().choices(), name, item.required(name));
    return new Labelled(item.required(name), item.required(field.name()));
  }

  @Override
  public List<Labelled> ranking(Field<Kind.Ranking> field) {
    String name = field.name() + RegistrationItem.CODES;
    int most = field.kind().most();
    List<String> different = item.ranking(name).stream().distinct().toList();
    if (different.size() > most) {
      throw new Unreadable(name, most + " codes au plus sont attendus");
    }
    return answered(field, name, different).stream()
        .map(code -> known(field.kind().choices(), name, code))
        .toList();
  }

  private static Labelled known(List<Labelled> choices, String name, String code) {
    return Labelled.find(choices, code)
        .orElseThrow(() -> new Unreadable(name, "un code inconnu s’y trouve"));
  }

  @Override
  public int whole(Field<Kind.Whole> field) {
    Kind.Whole kind = field.kind();
    long number = item.numberOr(field.name(), kind.otherwise());
    if (number < kind.least() || number > kind.most()) {
      throw new Unreadable(
          field.name(),
          "un nombre entier entre " + kind.least() + " et " + kind.most() + " est attendu");
    }
    return (int) number;
  }

  @Override
  public boolean ticked(Field<Kind.Box> field) {
    return item.flag(field.name());
  }

  @Override
  public List<LocalDate> days(Field<Kind.Days> field) {
    return answered(field, field.name(), item.days(field.name()));
  }

  private static <T> List<T> answered(Field<?> field, String name, List<T> values) {
    if (values.isEmpty() && field.isRequired()) {
      throw new Unreadable(name, "il manque");
    }
    return values;
  }
}
