package fr.vismonjob.edition;

import fr.vismonjob.dynamodb.Item;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads an edition from its item. Organisers edit the item by hand, so every attribute is checked
 * when it is read.
 */
final class EditionItem {
  static final String ID = "edition";
  static final String DAY = "jour";
  static final String REGISTRATION_UNTIL = "inscriptions_au";
  static final String LAST_MATCHING = "dernier_appariement";
  static final String WINDOW_DAYS = "fenetre_jours";
  static final String STATE_DOMAINS = "domaines_etat";
  static final String RETENTION_DAYS = "conservation_jours";
  private static final String SENDER = "expediteur";
  private static final String ORGANISERS = "organisateurs";
  private static final String SEED = "graine";

  private EditionItem() {}

  static Edition read(Item item) {
    return new Edition(
        text(item, ID),
        day(item, DAY),
        day(item, "inscriptions_du"),
        day(item, REGISTRATION_UNTIL),
        day(item, "premier_appariement"),
        day(item, LAST_MATCHING),
        Math.toIntExact(integer(item, WINDOW_DAYS, 14)),
        texts(item, STATE_DOMAINS).stream().map(EditionItem::domain).toList(),
        address(SENDER, text(item, SENDER)),
        texts(item, ORGANISERS).stream().map(a -> address(ORGANISERS, a)).toList(),
        integer(item, SEED, 1),
        Math.toIntExact(integer(item, RETENTION_DAYS, 90)));
  }

  private static String text(Item item, String name) {
    return item.find(name)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> new InvalidEdition(name, "un texte est attendu"));
  }

  static LocalDate day(Item item, String name) {
    String text = text(item, name);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidEdition(name, "« " + text + " » n’est pas une date de la forme 2026-11-24");
    }
  }

  private static long integer(Item item, String name, long otherwise) {
    Optional<AttributeValue> found = item.value(name);
    if (found.isEmpty()) {
      return otherwise;
    }
    AttributeValue value = found.get();
    try {
      String digits = value.n() != null ? value.n() : value.s();
      long number = Long.parseLong(digits == null ? "" : digits.strip());
      if (Math.abs(number) > Integer.MAX_VALUE && !name.equals(SEED)) {
        throw new InvalidEdition(name, "« " + number + " » est trop grand");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new InvalidEdition(name, "un nombre entier est attendu");
    }
  }

  /**
   * The texts of a list or of a string set, because the console offers both; empty if there is
   * none.
   */
  private static List<String> texts(Item item, String name) {
    Optional<AttributeValue> found = item.value(name);
    if (found.isEmpty()) {
      return List.of();
    }
    AttributeValue value = found.get();
    if (value.hasSs()) {
      return value.ss();
    }
    if (!value.hasL()) {
      throw new InvalidEdition(name, "une liste de textes est attendue");
    }
    List<String> texts = new ArrayList<>();
    for (AttributeValue element : value.l()) {
      if (element.s() == null || element.s().isBlank()) {
        throw new InvalidEdition(name, "chaque élément de la liste doit être un texte");
      }
      texts.add(element.s().strip());
    }
    return texts;
  }

  private static String domain(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    if (!lower.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
      throw new InvalidEdition(
          STATE_DOMAINS, "« " + domain + " » n’est pas un nom de domaine comme gouv.fr");
    }
    return lower;
  }

  private static String address(String name, String address) {
    if (!address.matches("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+")) {
      throw new InvalidEdition(name, "« " + address + " » n’est pas une adresse");
    }
    return address;
  }
}
