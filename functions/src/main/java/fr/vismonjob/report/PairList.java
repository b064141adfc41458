package fr.vismonjob.report;

import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The pairs with names and ways to reach them, one row each, for the organisers' spreadsheet. It
 * holds personal data: it belongs into the bucket and never onto the page.
 */
final class PairList {
  private static final List<String> COLUMNS =
      List.of(
          "Date",
          "État",
          "Ambassadeur",
          "Adresse de l’ambassadeur",
          "Téléphone de l’ambassadeur",
          "Étudiant",
          "Adresse de l’étudiant",
          "Téléphone de l’étudiant",
          "Administration",
          "Service",
          "Métier",
          "Lieu",
          "Région",
          "Distance (km)",
          "Score",
          "Raisons",
          "Clé du binôme");

  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param ambassador empty if the person is erased
   * @param student empty if the person is erased
   */
  void add(Pair pair, Optional<Registration> ambassador, Optional<Registration> student) {
    rows.add(
        List.of(
            pair.date().toString(),
            Survey.status(pair.status()),
            pair.ambassador().fullName(),
            pair.ambassador().address(),
            phone(ambassador),
            pair.student().fullName(),
            pair.student().address(),
            phone(student),
            pair.workplace().administration(),
            ambassador
                .map(Registration::details)
                .map(details -> details instanceof Details.Offer offer ? offer.service() : "")
                .orElse(""),
            pair.workplace().job(),
            pair.workplace().place(),
            ambassador
                .map(person -> Regions.of(person.place().departementCode()))
                .orElse(Regions.UNKNOWN),
            Equity.decimal(pair.workplace().distanceKm()),
            Integer.toString(pair.origin().score()),
            String.join(" ", pair.origin().reasons()),
            pair.id()));
  }

  private static String phone(Optional<Registration> person) {
    return person.map(Registration::person).map(Person::phone).map(PairList::spaced).orElse("");
  }

  /** A spreadsheet would take a number without blanks for a quantity, and drop its zero. */
  private static String spaced(String phone) {
    String digits = phone.replaceAll("[\\s./()\\p{Pd}]", "").replaceFirst("^(?:\\+33|0033)0?", "0");
    return digits.matches("0\\d{9}") ? digits.replaceAll("\\d{2}(?!$)", "$0 ") : phone;
  }

  Sheet sheet() {
    return Sheet.of(
        "binomes",
        COLUMNS,
        rows.stream()
            .sorted(
                Comparator.<List<String>, String>comparing(List::getFirst)
                    .thenComparing(row -> row.get(2))
                    .thenComparing(List::getLast))
            .toList());
  }
}
