package fr.vismonjob.form;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A field with its answer.
 *
 * @param values the answer's values, each with its words; a text is its own words
 * @param words the answer in words; several are shown one below the other
 */
public record FilledField(Field<?> field, List<Labelled> values, List<String> words) {
  public FilledField {
    values = List.copyOf(values);
    words = List.copyOf(words);
  }

  private static FilledField of(Field<?> field, Labelled value) {
    return new FilledField(
        field, value.code().isEmpty() ? List.of() : List.of(value), List.of(value.label()));
  }

  private static FilledField of(Field<?> field, String value) {
    return of(field, new Labelled(value, value));
  }

  public static FilledField text(Field<? extends Kind.Text> field, String text) {
    return of(field, text);
  }

  public static FilledField choice(Field<Kind.Choice> field, Labelled choice) {
    return of(field, choice);
  }

  public static FilledField ranking(Field<Kind.Ranking> field, List<Labelled> choices) {
    return new FilledField(
        field,
        choices,
        List.of(choices.stream().map(Labelled::label).collect(Collectors.joining(", puis "))));
  }

  public static FilledField whole(Field<Kind.Whole> field, int number) {
    return of(field, Integer.toString(number));
  }

  public static FilledField hour(Field<Kind.Hour> field, LocalTime hour) {
    return of(field, hour.toString());
  }

  public static FilledField ticked(Field<Kind.Box> field, boolean ticked) {
    return of(field, ticked ? new Labelled("oui", "Oui") : new Labelled("", ""));
  }

  public static FilledField days(
      Field<Kind.Days> field, List<LocalDate> days, Function<LocalDate, String> inWords) {
    List<Labelled> values =
        days.stream().map(day -> new Labelled(day.toString(), inWords.apply(day))).toList();
    return new FilledField(field, values, values.stream().map(Labelled::label).toList());
  }

  /** The values as a form sends them. */
  public List<String> typed() {
    return Labelled.codes(values);
  }

  /** The same with other words for the answer. */
  public FilledField inWords(String other) {
    return new FilledField(field, values, List.of(other));
  }
}
