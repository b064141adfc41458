package fr.vismonjob.dynamodb;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A DynamoDB item, or some of its attributes, that is being built or read. An empty text or map is
 * not written but remembered: an {@link ItemUpdate} removes its attribute, or expects that the item
 * has none.
 */
public final class Item {
  private final Map<String, AttributeValue> attributes;
  private final Set<String> absent = new LinkedHashSet<>();

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  public static Item empty() {
    return new Item(new LinkedHashMap<>());
  }

  public static Item of(Map<String, AttributeValue> attributes) {
    return new Item(new LinkedHashMap<>(attributes));
  }

  public Item put(String name, String value) {
    return put(name, value.isEmpty(), AttributeValue.fromS(value));
  }

  public Item put(String name, Optional<String> value) {
    return put(name, value.orElse(""));
  }

  public Item put(String name, long value) {
    return put(name, false, AttributeValue.fromN(Long.toString(value)));
  }

  /**
   * Puts a coordinate or a distance, with a decimal point and at most {@code decimals} decimals.
   */
  public Item putDecimal(String name, double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return put(name, false, AttributeValue.fromN(rounded.stripTrailingZeros().toPlainString()));
  }

  public Item put(String name, boolean value) {
    return put(name, false, AttributeValue.fromBool(value));
  }

  /** Puts a list, even an empty one, so that the console shows it. */
  public Item put(String name, List<String> values) {
    return put(
        name, false, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
  }

  public Item put(String name, Item map) {
    return put(name, map.attributes.isEmpty(), AttributeValue.fromM(map.attributes));
  }

  private Item put(String name, boolean isEmpty, AttributeValue value) {
    if (isEmpty) {
      absent.add(name);
      attributes.remove(name);
    } else {
      attributes.put(name, value);
      absent.remove(name);
    }
    return this;
  }

  public Item putAll(Item more) {
    more.attributes.forEach((name, value) -> put(name, false, value));
    more.absent.forEach(name -> put(name, ""));
    return this;
  }

  /** These attributes alone; one that is not there is expected to be absent. */
  public Item only(String... names) {
    Item only = empty();
    for (String name : names) {
      value(name).ifPresentOrElse(to -> only.put(name, false, to), () -> only.absent.add(name));
    }
    return only;
  }

  /** The names of the attributes that were put empty. */
  Set<String> absent() {
    return absent;
  }

  public Map<String, AttributeValue> attributes() {
    return attributes;
  }

  /** An attribute as DynamoDB has it, for reading what organisers may have typed. */
  public Optional<AttributeValue> value(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** Whether an attribute is not there, or null or blank. */
  public boolean isNothing(String name) {
    return value(name).filter(value -> !Meaning.isNothing(value)).isEmpty();
  }

  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** Whether an attribute means what a program would write so. */
  boolean means(String name, AttributeValue written) {
    return value(name).filter(found -> Meaning.isSame(written, found)).isPresent();
  }

  /**
   * The item's key. Other rows name it, and blanks around it would be lost there.
   *
   * @throws Unreadable if it has blanks around it, or marks that nobody sees
   */
  public String plainKey(String name) {
    String key = key(name);
    if (!key.equals(required(name))) {
      throw new Unreadable(
          name, "une clé sans espace autour est attendue : créez la ligne de nouveau");
    }
    return key;
  }

  /** The item's key, letter by letter as DynamoDB has it. */
  public String key(String name) {
    return value(name).map(AttributeValue::s).orElseThrow(() -> missing(name));
  }

  /**
   * The text of an attribute that every item has.
   *
   * @throws Unreadable if the item has none
   */
  public String required(String name) {
    return present(name, find(name));
  }

  /** The text of an attribute; empty if the item has none. */
  public String textOrEmpty(String name) {
    return find(name).orElse("");
  }

  public Optional<String> find(String name) {
    return read(name, Meaning::text);
  }

  /** The attributes that are texts, by name. */
  public Map<String, String> texts() {
    return attributes.entrySet().stream()
        .filter(attribute -> attribute.getValue().s() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, attribute -> attribute.getValue().s()));
  }

  /** The entries of a map, as an item. */
  public Optional<Item> nested(String name) {
    return value(name)
        .filter(value -> !Meaning.isNothing(value))
        .map(
            value -> {
              if (!value.hasM()) {
                throw new Unreadable(name, "un ensemble d’attributs (map) est attendu");
              }
              return of(value.m());
            });
  }

  /** A moment; empty if there is none. */
  public Optional<Instant> findInstant(String name) {
    return isNothing(name) ? Optional.empty() : Optional.of(instant(name));
  }

  public long requiredNumber(String name) {
    return present(name, findNumber(name));
  }

  public long numberOr(String name, long otherwise) {
    return findNumber(name).orElse(otherwise);
  }

  public Optional<Long> findNumber(String name) {
    return read(name, Meaning::whole);
  }

  /** A number of at most this size. */
  public double decimal(String name, double most) {
    double number = present(name, read(name, Meaning::decimal));
    if (!(Math.abs(number) <= most)) {
      throw new Unreadable(name, "le nombre est trop grand");
    }
    return number;
  }

  /** A text, or a yes in its place. */
  public Optional<String> findNote(String name) {
    return value(name).filter(value -> value.bool() != null).isPresent()
        ? Optional.of("oui").filter(_ -> flag(name))
        : find(name);
  }

  public boolean flag(String name) {
    return read(name, Meaning::truth).orElse(false);
  }

  /** Whether an organiser set this mark: any value counts but no, false and nothing. */
  public boolean mark(String name) {
    return value(name).filter(Meaning::mark).isPresent();
  }

  /** The texts of a list or set, or a single text. */
  public List<String> list(String name) {
    return read(name, value -> Optional.of(Meaning.texts(value))).orElse(List.of());
  }

  /** Keys, codes or days: as in {@link #list}, or several in one text with commas or blanks. */
  public List<String> codes(String name) {
    return list(name).stream()
        .flatMap(text -> Stream.of(Meaning.SEPARATORS.split(text)))
        .filter(code -> !code.isEmpty())
        .toList();
  }

  /** Codes in order of preference, which a set of several has lost. */
  public List<String> ranking(String name) {
    if (value(name).filter(value -> value.hasSs() && value.ss().size() > 1).isPresent()) {
      throw new Unreadable(name, "une liste est attendue, dans l’ordre de préférence");
    }
    return codes(name);
  }

  public LocalDate day(String name) {
    return day(name, required(name));
  }

  public List<LocalDate> days(String name) {
    return codes(name).stream().map(text -> day(name, text)).toList();
  }

  /** In a year from 1 to 9999: ISO 8601 knows others, which are a slip of the hand. */
  private static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() < 1 || day.getYear() > 9999) {
        throw new DateTimeException("the year");
      }
      return day;
    } catch (DateTimeException e) {
      throw new Unreadable(name, "une date de la forme 2026-11-24 est attendue", e);
    }
  }

  public Instant instant(String name) {
    try {
      return Instant.parse(required(name));
    } catch (DateTimeException e) {
      throw new Unreadable(name, "un instant de la forme 2026-11-24T09:00:00Z est attendu", e);
    }
  }

  /** One of the names of an enumeration, whatever its capitals and accents. */
  public <E extends Enum<E>> E oneOf(String name, Class<E> names) {
    return findOneOf(name, names).orElseThrow(() -> missing(name));
  }

  public <E extends Enum<E>> Optional<E> findOneOf(String name, Class<E> names) {
    return find(name)
        .map(
            text ->
                Stream.of(names.getEnumConstants())
                    .filter(each -> each.name().equals(Meaning.plain(text)))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new Unreadable(
                                name,
                                Stream.of(names.getEnumConstants())
                                    .map(Enum::name)
                                    .collect(
                                        Collectors.joining(
                                            ", ", "un de ces mots est attendu : ", "")))));
  }

  /** The same, also with blanks or hyphens in the place of underscores. */
  public <E extends Enum<E>> Optional<E> findChoice(String name, Class<E> names) {
    Item spelt = empty();
    find(name).ifPresent(text -> spelt.put(name, text.replaceAll("[\\s\\p{Z}_-]+", "_")));
    return spelt.findOneOf(name, names);
  }

  private <T> Optional<T> read(String name, Function<AttributeValue, Optional<T>> meaning) {
    try {
      return value(name).flatMap(meaning);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(name, String.valueOf(e.getMessage()), e);
    }
  }

  private static <T> T present(String name, Optional<T> value) {
    return value.orElseThrow(() -> missing(name));
  }

  private static Unreadable missing(String name) {
    return new Unreadable(name, "il manque");
  }

  /** The attributes by name, as plain texts, numbers, booleans, lists and maps. */
  public SortedMap<String, Object> plain() {
    SortedMap<String, Object> plain = new TreeMap<>();
    attributes.forEach((name, value) -> plain.put(name, plain(value)));
    return plain;
  }

  private static Object plain(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s();
      case N -> new BigDecimal(value.n());
      case BOOL -> value.bool();
      case L -> value.l().stream().map(Item::plain).toList();
      case M -> Item.of(value.m()).plain();
      default -> value.toString();
    };
  }
}
