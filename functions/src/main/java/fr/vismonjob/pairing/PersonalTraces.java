package fr.vismonjob.pairing;

import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Registration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes from a text what identifies a person. */
public final class PersonalTraces {
  private static final String REDACTED = "[effacé]";

  private final Pattern traces;

  private PersonalTraces(Pattern traces) {
    this.traces = traces;
  }

  /**
   * Looks for the answers in fields that identify the person, as typed and in words. Each is found
   * as a whole word, in capitals or not, and a long one before shorter ones within it.
   */
  public static PersonalTraces of(Registration person) {
    List<String> words =
        FilledForm.of(person).stream()
            .filter(answer -> answer.field().personal())
            .flatMap(answer -> Stream.concat(answer.typed().stream(), answer.words().stream()))
            .filter(word -> !word.isBlank())
            .sorted(Comparator.comparing(String::length).reversed())
            .map(word -> "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
            .toList();
    return new PersonalTraces(
        Pattern.compile(
            words.stream().collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  public boolean in(String text) {
    return traces.matcher(text).find();
  }

  /** The text without these words. */
  public String redact(String text) {
    return traces.matcher(text).replaceAll(java.util.regex.Matcher.quoteReplacement(REDACTED));
  }
}
