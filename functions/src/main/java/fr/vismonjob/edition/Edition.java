package fr.vismonjob.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;

/**
 * One edition of the event, with the settings of its organisers.
 *
 * @param id the edition's name, such as {@code 2026}
 * @param day the event day
 * @param registrationFrom first day on which one may register
 * @param registrationUntil last day on which one may register
 * @param firstMatching first day on which pairs are made
 * @param lastMatching last day on which pairs are made
 * @param windowDays how many days before or after the event day a pair may meet instead
 * @param stateDomains mail domains of State agents; their subdomains count
 * @param sender the address that mails come from and the organizer of calendar entries
 * @param organisers addresses that receive the report; may be empty
 * @param seed breaks ties between equally good matchings
 * @param retentionDays how many days after the event day personal data is kept
 */
public record Edition(
    String id,
    LocalDate day,
    LocalDate registrationFrom,
    LocalDate registrationUntil,
    LocalDate firstMatching,
    LocalDate lastMatching,
    int windowDays,
    List<String> stateDomains,
    String sender,
    List<String> organisers,
    long seed,
    int retentionDays) {

  public Edition {
    refuseUnless(
        !registrationUntil.isBefore(registrationFrom),
        EditionItem.REGISTRATION_UNTIL,
        "précède inscriptions_du");
    refuseUnless(
        !lastMatching.isBefore(firstMatching),
        EditionItem.LAST_MATCHING,
        "précède premier_appariement");
    refuseUnless(lastMatching.isBefore(day), EditionItem.LAST_MATCHING, "doit précéder jour");
    refuseUnless(
        windowDays >= 0 && windowDays <= 60,
        EditionItem.WINDOW_DAYS,
        "doit être compris entre 0 et 60");
    refuseUnless(!stateDomains.isEmpty(), EditionItem.STATE_DOMAINS, "est vide");
    refuseUnless(retentionDays >= 8, EditionItem.RETENTION_DAYS, "doit être d’au moins 8 jours");
    stateDomains = List.copyOf(stateDomains);
    organisers = List.copyOf(organisers);
  }

  private static void refuseUnless(boolean valid, String attribute, String reason) {
    if (!valid) {
      throw new InvalidEdition(attribute, reason);
    }
  }

  /**
   * The days on which a pair of this edition may meet: the event day and the working days around
   * it.
   */
  public NavigableSet<LocalDate> possibleDays() {
    return WorkingDays.around(day, windowDays);
  }

  public boolean isRegistrationOpen(LocalDate today) {
    return !today.isBefore(registrationFrom) && !today.isAfter(registrationUntil);
  }

  public boolean isMatchingDay(LocalDate today) {
    return !today.isBefore(firstMatching) && !today.isAfter(lastMatching);
  }

  /** Whether there will be another matching run. */
  public boolean isMatchingToCome(LocalDate today) {
    return !today.isAfter(lastMatching);
  }

  /** Whether the address belongs to one of the State's domains or to a subdomain. */
  public boolean isStateAddress(String address) {
    String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return stateDomains.stream()
        .anyMatch(state -> domain.equals(state) || domain.endsWith("." + state));
  }

  /** The first day on which the edition's personal data is erased. */
  public LocalDate erasureDay() {
    return day.plusDays(retentionDays);
  }
}
