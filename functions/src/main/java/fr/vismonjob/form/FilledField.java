package fr.vismonjob.form;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A field with its answer.
 *
 * @param typed the values of the answer in a form
 * @param words the answer in words; several are shown one below the other
 */
public record FilledField(Field<?> field, List<String> typed, List<String> words) {
  public FilledField {
    typed = List.copyOf(typed);
    words = List.copyOf(words);
  }

  private static FilledField of(Field<?> field, String typed, String words) {
    return new FilledField(field, typed.isEmpty() ? List.of() : List.of(typed), List.of(words));
  }

  public static FilledField text(Field<? extends Kind.Text> field, String text) {
    return of(field, text, text);
  }

  public static FilledField choice(Field<Kind.Choice> field, Labelled choice) {
    return of(field, choice.code(), choice.label());
  }

  public static FilledField ranking(Field<Kind.Ranking> field, List<Labelled> choices) {
    return new FilledField(
        field,
        choices.stream().map(Labelled::code).toList(),
        List.of(choices.stream().map(Labelled::label).collect(Collectors.joining(", puis "))));
  }

  public static FilledField whole(Field<Kind.Whole> field, int number) {
    return of(field, Integer.toString(number), Integer.toString(number));
  }

  public static FilledField ticked(Field<Kind.Box> field, boolean ticked) {
    return of(field, ticked ? "oui" : "", ticked ? "Oui" : "");
  }

  public static FilledField days(
      Field<Kind.Days> field, List<LocalDate> days, Function<LocalDate, String> inWords) {
    return new FilledField(
        field,
        days.stream().map(LocalDate::toString).toList(),
        days.stream().map(inWords).toList());
  }

  /** The same with other words for the answer. */
  public FilledField inWords(String other) {
    return new FilledField(field, typed, List.of(other));
  }
}
