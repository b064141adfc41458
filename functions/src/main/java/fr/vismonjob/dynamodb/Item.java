package fr.vismonjob.dynamodb;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    } else {
      attributes.put(name, value);
    }
    return this;
  }

  public Item putAll(Item more) {
    attributes.putAll(more.attributes);
    absent.addAll(more.absent);
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

  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** The text of an attribute that every item has. */
  public String required(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("attribut « " + name + " » absent"));
  }

  /** The text of an attribute; empty if the item has none. */
  public String textOrEmpty(String name) {
    return find(name).orElse("");
  }

  public Optional<String> find(String name) {
    return value(name).map(AttributeValue::s);
  }

  /** The attributes that are texts, by name. */
  public Map<String, String> texts() {
    return attributes.entrySet().stream()
        .filter(attribute -> attribute.getValue().s() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, attribute -> attribute.getValue().s()));
  }

  /** The entries of a map, as an item. */
  public Optional<Item> nested(String name) {
    return value(name).filter(AttributeValue::hasM).map(value -> of(value.m()));
  }

  public long requiredNumber(String name) {
    return findNumber(name)
        .map(Long::parseLong)
        .orElseThrow(() -> new IllegalStateException("attribut « " + name + " » absent"));
  }

  public long numberOr(String name, long otherwise) {
    return findNumber(name).map(Long::parseLong).orElse(otherwise);
  }

  public double decimal(String name) {
    return findNumber(name)
        .map(Double::parseDouble)
        .orElseThrow(() -> new IllegalStateException("attribut « " + name + " » absent"));
  }

  private Optional<String> findNumber(String name) {
    return value(name).map(AttributeValue::n);
  }

  public boolean flag(String name) {
    AttributeValue value = attributes.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  /** A yes or no that somebody typed in the console, as a boolean or as a word. */
  public boolean flagByHand(String name) {
    return flag(name)
        || find(name)
            .filter(text -> Set.of("true", "oui").contains(text.strip().toLowerCase(Locale.ROOT)))
            .isPresent();
  }

  public List<String> list(String name) {
    AttributeValue value = attributes.get(name);
    return value == null || !value.hasL()
        ? List.of()
        : value.l().stream().map(AttributeValue::s).toList();
  }

  /** Texts that somebody typed in the console, as a list, a set or a single text. */
  public List<String> listByHand(String name) {
    AttributeValue value = attributes.get(name);
    if (value != null && value.hasSs()) {
      return value.ss();
    }
    return find(name).map(List::of).orElseGet(() -> list(name));
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
