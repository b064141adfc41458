package fr.vismonjob.pairing;

import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registration;
import java.util.Comparator;
import java.util.List;
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
  private static final Pattern BLANKS_AND_MARKS = Pattern.compile("[\\s./()\\p{Pd}]+");
  private static final Pattern FRENCH_PREFIX = Pattern.compile("^(?:(?:\\+|00)330?|0(?=[1-9]))");

  private final Pattern traces;
  private final Pattern amongCapitals;

  private PersonalTraces(Pattern traces, Pattern amongCapitals) {
    this.traces = traces;
    this.amongCapitals = amongCapitals;
  }

  public static PersonalTraces of(Registration registration) {
    Person person = registration.person();
    List<PersonName> names =
        Stream.of(person.firstName(), person.lastName()).map(PersonName::new).toList();
    List<String> others =
        FilledForm.of(registration).stream()
            .filter(answer -> answer.field().isPersonal())
            .flatMap(answer -> answer.typed().stream())
            .filter(typed -> !names.contains(new PersonName(typed)))
            .map(PersonalTraces::asTyped)
            .toList();
    return new PersonalTraces(
        anyOf(others, names),
        anyOf(others, names.stream().filter(name -> !name.isDoubtful()).toList()));
  }

  /** The longest first: an address holds names, and both names together hold each. */
  private static Pattern anyOf(List<String> others, List<PersonName> names) {
    Stream<String> together =
        names.size() < 2
            ? Stream.of()
            : Stream.of(
                names.getFirst().before(names.getLast()), names.getLast().before(names.getFirst()));
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
