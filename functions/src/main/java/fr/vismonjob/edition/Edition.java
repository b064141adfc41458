package fr.vismonjob.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * One edition of the event, with the settings of its organisers. A wrong setting stops only what
 * asks for it, by an {@link InvalidEdition}.
 */
public final class Edition {
  private final EditionItem item;
  private final LocalDate day;

  Edition(EditionItem item) {
    this.item = item;
    this.day = item.day();
  }

  /** Asks for each setting that the public pages show or that registering needs. */
  void checkForPublic() {
    item.plainId();
    item.registrationUntil();
    item.firstMatching();
    item.lastMatching();
    item.windowDays();
    item.stateDomains();
    item.retentionDays();
  }

  /** The edition's name, such as {@code 2026}. */
  public String id() {
    return item.id();
  }

  /** The event day. */
  public LocalDate day() {
    return day;
  }

  /** First day on which one may register. */
  public LocalDate registrationFrom() {
    return item.registrationFrom();
  }

  /** Last day on which one may register. */
  public LocalDate registrationUntil() {
    return item.registrationUntil();
  }

  /** First day on which pairs are made. */
  public LocalDate firstMatching() {
    return item.firstMatching();
  }

  /** Last day on which pairs are made. */
  public LocalDate lastMatching() {
    return item.lastMatching();
  }

  /** How many days before or after the event day a pair may meet instead. */
  public int windowDays() {
    return item.windowDays();
  }

  /** Mail domains of State agents; their subdomains count. */
  public List<String> stateDomains() {
    return item.stateDomains();
  }

  /** The address that mails come from, and the organizer of calendar entries. */
  public String sender() {
    return item.sender();
  }

  /** Addresses that receive the report; may be empty. */
  public List<String> organisers() {
    return item.organisers();
  }

  /** Breaks ties between equally good matchings. */
  public long seed() {
    return item.seed();
  }

  /** How many days after the event day personal data is kept. */
  public int retentionDays() {
    return item.retentionDays();
  }

  /** Whether organisers look at a run's pairs before anybody else hears of them. */
  public boolean isOnAgreement() {
    return item.publication() == Publication.SUR_ACCORD;
  }

  /** The run whose proposals count, as the workflows have recorded it. */
  public Optional<String> proposed() {
    return item.proposed();
  }

  /** The run that organisers say they agree to. */
  public Optional<String> agreed() {
    return item.agreed();
  }

  /**
   * Asks that an agreement be to the proposals that count.
   *
   * @throws InvalidEdition if those agreed to were replaced since, or never made
   */
  public void checkAgreement() {
    agreed()
        .filter(run -> !proposed().equals(Optional.of(run)))
        .ifPresent(
            run -> {
              throw new InvalidEdition(
                  id(),
                  EditionItem.AGREED,
                  "« %s » n’est pas le dernier passage proposé (%s). Recopiez celui-ci, ou videz l’attribut"
                      .formatted(run, proposed().map(last -> "« " + last + " »").orElse("aucun")));
            });
  }

  /**
   * The days on which a pair of this edition may meet: the event day and the working days around
   * it.
   */
  public NavigableSet<LocalDate> possibleDays() {
    return WorkingDays.around(day, windowDays());
  }

  public boolean isRegistrationOpen(LocalDate today) {
    return !today.isBefore(registrationFrom()) && !today.isAfter(registrationUntil());
  }

  public boolean isMatchingDay(LocalDate today) {
    return !today.isBefore(firstMatching()) && !today.isAfter(lastMatching());
  }

  /** Whether pairs may still be made on this day or later. */
  public boolean isMatchingToCome(LocalDate today) {
    return !today.isAfter(lastMatching());
  }

  /** What people can be told of the search for partners on this day. */
  public Search search(LocalDate today) {
    if (!isMatchingToCome(today)) {
      return Search.OVER;
    }
    return today.equals(lastMatching()) ? Search.ENDS_TODAY : Search.GOES_ON;
  }

  /** Whether the address belongs to one of the State's domains or to a subdomain. */
  public boolean isStateAddress(String address) {
    String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return stateDomains().stream()
        .anyMatch(state -> domain.equals(state) || domain.endsWith("." + state));
  }

  /** The first day on which the edition's personal data is erased. */
  public LocalDate erasureDay() {
    return day.plusDays(retentionDays());
  }
}
