package fr.vismonjob.dynamodb;

import fr.vismonjob.form.TypedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a value plainly means that somebody may have typed in the console: a number kept as a text,
 * a set in place of a list, blanks around it. A value that is null, empty or blank means nothing.
 * One that means something else than asked for is an {@link IllegalArgumentException} that says in
 * French what is expected.
 */
final class Meaning {
  private static final Set<String> YES = Set.of("OUI", "VRAI", "TRUE", "YES", "1", "X");
  private static final Set<String> NO = Set.of("NON", "FAUX", "FALSE", "NO", "0");

  /** What stands between several keys, codes or days that are typed in one text. */
  static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z},;|]+");

  private Meaning() {}

  static Optional<String> text(AttributeValue value) {
    return single(value, "un texte est attendu");
  }

  static Optional<Long> whole(AttributeValue value) {
    String expected = "un nombre entier est attendu";
    return number(value, expected)
        .map(
            number -> {
              try {
                return number.longValueExact();
              } catch (ArithmeticException e) {
                throw new IllegalArgumentException(expected, e);
              }
            });
  }

  static Optional<Double> decimal(AttributeValue value) {
    return number(value, "un nombre est attendu").map(BigDecimal::doubleValue);
  }

  private static Optional<BigDecimal> number(AttributeValue value, String expected) {
    return single(value, expected)
        .map(text -> TypedText.code(text).replace(" ", "").replace(',', '.'))
        .map(
            digits -> {
              try {
                return new BigDecimal(digits);
              } catch (NumberFormatException e) {
                throw new IllegalArgumentException(expected, e);
              }
            });
  }

  static Optional<Boolean> truth(AttributeValue value) {
    if (value.bool() != null) {
      return Optional.of(value.bool());
    }
    String expected = "« oui » ou « non » est attendu";
    return single(value, expected)
        .map(Meaning::plain)
        .map(
            word -> {
              if (!YES.contains(word) && !NO.contains(word)) {
                throw new IllegalArgumentException(expected);
              }
              return YES.contains(word);
            });
  }

  /** Whether an organiser set a mark: any value counts but no, false and nothing. */
  static boolean mark(AttributeValue value) {
    return switch (value.type()) {
      case NUL -> false;
      case BOOL -> value.bool();
      case S -> !Set.of("", "NON", "FAUX", "FALSE").contains(plain(value.s()));
      case L -> value.l().stream().anyMatch(Meaning::mark);
      case SS -> value.ss().stream().map(AttributeValue::fromS).anyMatch(Meaning::mark);
      case M -> !value.m().isEmpty();
      default -> true;
    };
  }

  static List<String> texts(AttributeValue value) {
    String expected = "une liste de textes est attendue";
    return switch (value.type()) {
      case NUL -> List.of();
      case S, N -> single(value, expected).stream().toList();
      case SS -> value.ss().stream().map(TypedText::words).filter(text -> !text.isEmpty()).toList();
      case NS -> value.ns().stream().map(Meaning::digits).toList();
      case L -> value.l().stream().flatMap(each -> single(each, expected).stream()).toList();
      default -> throw new IllegalArgumentException(expected);
    };
  }

  /** The only text or number, also if it stands in a list or set. */
  private static Optional<String> single(AttributeValue value, String expected) {
    List<String> all =
        switch (value.type()) {
          case NUL -> List.of();
          case S -> List.of(TypedText.words(value.s()));
          case N -> List.of(digits(value.n()));
          case SS, NS, L -> texts(value);
          default -> throw new IllegalArgumentException(expected);
        };
    if (all.size() > 1) {
      throw new IllegalArgumentException(expected);
    }
    return all.stream().filter(text -> !text.isEmpty()).findFirst();
  }

  private static String digits(String number) {
    return new BigDecimal(number).toPlainString();
  }

  /** The text without what hands do differently: capitals, accents, blanks around it. */
  static String plain(String text) {
    return TypedText.words(TypedText.withoutAccents(text)).toUpperCase(Locale.ROOT);
  }

  /**
   * Whether a value in a table means what a program once wrote there or would write.
   *
   * @param written in the type that programs write
   */
  static boolean isSame(AttributeValue written, AttributeValue found) {
    try {
      return switch (written.type()) {
        case N -> whole(found).orElse(0L).equals(whole(written).orElse(0L));
        case BOOL -> truth(found).equals(truth(written));
        case S, L -> words(found).equals(words(written));
        case M -> found.hasM() && isSame(written.m(), found.m());
        default -> written.equals(found);
      };
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isSame(
      Map<String, AttributeValue> written, Map<String, AttributeValue> found) {
    return written.entrySet().stream()
            .allMatch(
                is ->
                    Optional.ofNullable(found.get(is.getKey()))
                        .filter(value -> isSame(is.getValue(), value))
                        .isPresent())
        && found.entrySet().stream()
            .allMatch(is -> written.containsKey(is.getKey()) || isNothing(is.getValue()));
  }

  /** Whether the value means nothing, so that the attribute might as well be absent. */
  static boolean isNothing(AttributeValue value) {
    return switch (value.type()) {
      case NUL -> true;
      case S -> TypedText.words(value.s()).isEmpty();
      case L -> value.l().stream().allMatch(Meaning::isNothing);
      case M -> value.m().isEmpty();
      default -> false;
    };
  }

  /** All words, whether they stand in one text or in several. */
  private static List<String> words(AttributeValue value) {
    return texts(value).stream()
        .flatMap(text -> Stream.of(SEPARATORS.split(plain(text))))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
