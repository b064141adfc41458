package fr.vismonjob.edition;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.Unreadable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An edition's item. Organisers edit it by hand, so every attribute is checked when it is asked
 * for.
 */
record EditionItem(Item item) {
  static final String ID = "edition";
  static final String DAY = "jour";
  static final String REGISTRATION_FROM = "inscriptions_du";
  private static final String REGISTRATION_UNTIL = "inscriptions_au";
  private static final String FIRST_MATCHING = "premier_appariement";
  private static final String LAST_MATCHING = "dernier_appariement";
  private static final String WINDOW_DAYS = "fenetre_jours";
  private static final String STATE_DOMAINS = "domaines_etat";
  private static final String RETENTION_DAYS = "conservation_jours";
  private static final String SENDER = "expediteur";
  private static final String ORGANISERS = "organisateurs";
  private static final String SEED = "graine";
  private static final String PUBLICATION = "publication";
  static final String AGREED = "accord";

  /** The run whose proposals count; the workflows write it. */
  static final String PROPOSED = "passage_propose";

  /** The public figures; the reports write them. */
  static final String FIGURES = "chiffres";

  /** More days are a slip of the hand. */
  private static final int CENTURY_DAYS = 36_525;

  String id() {
    return item.key(ID);
  }

  /** Registrations name it. */
  String plainId() {
    return read(() -> item.plainKey(ID));
  }

  /** Whether organisers still prepare the edition, and nobody sees it. */
  boolean isDraft() {
    return item.isNothing(DAY);
  }

  LocalDate day() {
    return day(DAY);
  }

  LocalDate registrationFrom() {
    return day(REGISTRATION_FROM);
  }

  LocalDate registrationUntil() {
    LocalDate until = day(REGISTRATION_UNTIL);
    require(!until.isBefore(registrationFrom()), REGISTRATION_UNTIL, "précède inscriptions_du");
    return until;
  }

  LocalDate firstMatching() {
    return day(FIRST_MATCHING);
  }

  LocalDate lastMatching() {
    LocalDate last = day(LAST_MATCHING);
    require(!last.isBefore(firstMatching()), LAST_MATCHING, "précède premier_appariement");
    require(last.isBefore(day()), LAST_MATCHING, "doit précéder jour");
    return last;
  }

  int windowDays() {
    return number(WINDOW_DAYS, 14, 0, 60, "doit être compris entre 0 et 60");
  }

  List<String> stateDomains() {
    List<String> domains =
        read(() -> item.codes(STATE_DOMAINS)).stream().map(this::domain).toList();
    require(!domains.isEmpty(), STATE_DOMAINS, "est vide");
    return domains;
  }

  String sender() {
    return address(SENDER, read(() -> item.required(SENDER)));
  }

  List<String> organisers() {
    Map<String, String> addresses = new LinkedHashMap<>();
    // Whoever is named twice, perhaps in other capitals, gets each mail once.
    read(() -> item.codes(ORGANISERS))
        .forEach(
            typed ->
                addresses.putIfAbsent(typed.toLowerCase(Locale.ROOT), address(ORGANISERS, typed)));
    return List.copyOf(addresses.values());
  }

  long seed() {
    return read(() -> item.numberOr(SEED, 1));
  }

  Publication publication() {
    return read(() -> item.findChoice(PUBLICATION, Publication.class))
        .orElse(Publication.AUTOMATIQUE);
  }

  Optional<String> agreed() {
    return read(() -> item.find(AGREED));
  }

  Optional<String> proposed() {
    return read(() -> item.find(PROPOSED));
  }

  int retentionDays() {
    return number(
        RETENTION_DAYS, 90, 8, CENTURY_DAYS, "doit être compris entre 8 et " + CENTURY_DAYS);
  }

  LocalDate day(String name) {
    return read(() -> item.day(name));
  }

  private int number(String name, int otherwise, int least, int most, String rule) {
    long number = read(() -> item.numberOr(name, otherwise));
    require(number >= least && number <= most, name, rule);
    return (int) number;
  }

  private String domain(String typed) {
    String domain = typed.toLowerCase(Locale.ROOT).replaceFirst("^@", "");
    require(
        domain.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+"),
        STATE_DOMAINS,
        "« " + typed + " » n’est pas un nom de domaine comme gouv.fr");
    return domain;
  }

  private String address(String name, String address) {
    require(
        address.matches("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+"),
        name,
        "« " + address + " » n’est pas une adresse");
    return address;
  }

  private void require(boolean holds, String attribute, String rule) {
    if (!holds) {
      throw new InvalidEdition(id(), attribute, rule);
    }
  }

  private <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Unreadable e) {
      throw new InvalidEdition(id(), e.attribute(), e.expected());
    }
  }
}
