package fr.vismonjob.pairing;

import fr.vismonjob.registration.Person;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tells who somebody is, as it may stand in a text that somebody or something else wrote. */
public final class PersonalTraces {
  private static final String REDACTED = "[effacé]";

  private final Pattern traces;

  private PersonalTraces(Pattern traces) {
    this.traces = traces;
  }

  /** The address, the telephone and both names, each as a whole word and however capitalised. */
  public static PersonalTraces of(Person person) {
    List<String> words =
        Stream.of(
                person.address(),
                person.phone(),
                person.fullName(),
                person.lastName(),
                person.firstName())
            .filter(word -> !word.isBlank())
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

  /** The text with each trace struck out. */
  public String redact(String text) {
    return traces.matcher(text).replaceAll(java.util.regex.Matcher.quoteReplacement(REDACTED));
  }
}
