package fr.vismonjob.pairing;

import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes from a text what identifies a person: the answers in personal fields, each as a whole
 * word, in any capitals, with or without accents. {@link PersonName} says when a name that could be
 * an everyday word is struck. In a text of capitals alone nothing tells such a name from the word,
 * so it stays.
 */
public final class PersonalTraces {
  private static final String REDACTED = "[effacé]";

  private static final String ADDRESS = "[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}]";

  /** Addresses and telephone numbers, whoever's they are. */
  private static final Pattern WAYS_TO_REACH =
      Pattern.compile(ADDRESS + "|\\+?\\d(?:[\\s./()-]*\\d){8,}");

  private static final Pattern ANY_ADDRESS = Pattern.compile(ADDRESS);
  private static final Pattern CAPITALS_ALONE = Pattern.compile("\\P{Ll}*\\p{Lu}\\P{Ll}*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern BLANKS_AND_MARKS = Pattern.compile("[\\s./()\\p{Pd}]+");
  private static final Pattern FRENCH_PREFIX = Pattern.compile("^(?:(?:\\+|00)330?|0(?=[1-9]))");

  private final Pattern traces;
  private final Pattern amongCapitals;

  private PersonalTraces(Pattern traces, Pattern amongCapitals) {
    this.traces = traces;
    this.amongCapitals = amongCapitals;
  }

  public static PersonalTraces of(Registration registration) {
    return of(registration.answers(), "");
  }

  /**
   * @param formerName first and last name that the person had; of these, names that could be
   *     everyday words are not found
   */
  static PersonalTraces of(RegistrationAnswers answers, String formerName) {
    List<PersonName> names = names(answers.person());
    List<String> others =
        personal(answers).values().stream()
            .filter(typed -> !names.contains(new PersonName(typed)))
            .map(PersonalTraces::asTyped)
            .collect(Collectors.toCollection(ArrayList::new));
    BLANKS
        .splitAsStream(formerName)
        .filter(word -> !word.isEmpty())
        .map(PersonName::new)
        .filter(name -> !name.isDoubtful() && !names.contains(name))
        .forEach(name -> others.add(name.alone()));
    return new PersonalTraces(
        anyOf(others, names),
        anyOf(others, names.stream().filter(name -> !name.isDoubtful()).toList()));
  }

  private static List<PersonName> names(Person person) {
    return Stream.of(person.firstName(), person.lastName()).map(PersonName::new).toList();
  }

  /** What the person has answered in personal fields, by field. */
  private static SortedMap<String, String> personal(RegistrationAnswers answers) {
    SortedMap<String, String> personal = new TreeMap<>();
    FilledForm.of(answers).stream()
        .filter(answer -> answer.field().isPersonal())
        .forEach(
            answer -> answer.typed().forEach(typed -> personal.put(answer.field().name(), typed)));
    return personal;
  }

  /**
   * What makes a text follow when a person's answers change: the former address, telephone number
   * and full name give way to the present ones. One name alone may be another person's, and stays.
   */
  static UnaryOperator<String> following(RegistrationAnswers before, RegistrationAnswers after) {
    PersonalTraces found = of(after, "");
    List<PersonName> names = names(before.person());
    SortedMap<String, String> present = personal(after);
    Map<Pattern, String> changes = new LinkedHashMap<>();
    if (names.stream().anyMatch(name -> !found.in(name.typed()))) {
      changes.put(Pattern.compile(together(names)), after.person().fullName());
    }
    personal(before)
        .forEach(
            (field, typed) -> {
              if (!names.contains(new PersonName(typed)) && !found.in(typed)) {
                changes.put(Pattern.compile(asTyped(typed)), present.getOrDefault(field, REDACTED));
              }
            });
    return text -> {
      String followed = text;
      for (Map.Entry<Pattern, String> change : changes.entrySet()) {
        followed = new Unaccented(followed).replace(change.getKey(), change.getValue());
      }
      return followed;
    };
  }

  /** Both names, in either order. */
  private static String together(List<PersonName> names) {
    return names.getFirst().before(names.getLast())
        + "|"
        + names.getLast().before(names.getFirst());
  }

  /** The longest first: an address holds names, and both names together hold each. */
  private static Pattern anyOf(List<String> others, List<PersonName> names) {
    Stream<String> together = names.size() < 2 ? Stream.of() : Stream.of(together(names));
    Stream<String> alone =
        names.stream()
            .sorted(Comparator.comparingInt(name -> -name.typed().length()))
            .map(PersonName::alone);
    return Pattern.compile(
        Stream.of(others.stream(), together, alone)
            .flatMap(part -> part)
            .collect(Collectors.joining("|")));
  }

  private static String asTyped(String answer) {
    String compact = BLANKS_AND_MARKS.matcher(answer).replaceAll("");
    return compact.matches("\\+?[0-9]{8,}") ? number(compact) : word(answer);
  }

  private static String word(String answer) {
    String plain = Pattern.quote(new Unaccented(answer).letters());
    return "(?<![\\p{L}\\p{N}])(?iu:" + plain + ")(?![\\p{L}\\p{N}])";
  }

  /** A telephone number, whatever separates its digits, from within France or abroad. */
  private static String number(String compact) {
    String within = FRENCH_PREFIX.matcher(compact).replaceFirst("");
    String prefix = within.equals(compact) ? "" : "(?:(?:\\+|00)33[\\s.(]*0?|0)[\\s.)]*";
    String digits =
        within
            .chars()
            .mapToObj(digit -> Pattern.quote(Character.toString(digit)))
            .collect(Collectors.joining("[\\s./()\\p{Pd}]*"));
    return "(?<![\\p{L}\\p{N}+])" + prefix + digits + "(?![\\p{L}\\p{N}])";
  }

  private Pattern tracesIn(String text) {
    return CAPITALS_ALONE.matcher(text).matches() ? amongCapitals : traces;
  }

  public boolean in(String text) {
    return tracesIn(text).matcher(new Unaccented(text).letters()).find();
  }

  /**
   * The text without any address or telephone number: nobody keeps those that people had before.
   */
  public static String withoutWaysToReach(String text) {
    return WAYS_TO_REACH.matcher(text).replaceAll(REDACTED);
  }

  /** Whether the text holds an address, which may be one that the person had before. */
  static boolean holdsAddress(String text) {
    return ANY_ADDRESS.matcher(text).find();
  }

  /** What may stay of a text once the person is erased. */
  String erasedFrom(String text) {
    return redact(withoutWaysToReach(text));
  }

  /** The text without these words. */
  public String redact(String text) {
    return new Unaccented(text).replace(tracesIn(text), REDACTED);
  }
}
