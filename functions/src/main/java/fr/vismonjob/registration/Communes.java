package fr.vismonjob.registration;

import fr.vismonjob.classpath.TextFile;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The communes of each postal code, from the official list with GeoNames' coordinates ({@code
 * communes.tsv}, which {@code functions/site} makes). The file is read at each question, so that
 * starts that ask none save a tenth of a second.
 */
public final class Communes {
  private Communes() {}

  /** The communes of a postal code, by name; empty if there is no such code. */
  public static List<Place> of(String postalCode) {
    if (!postalCode.matches("[0-9]{5}")) {
      return List.of();
    }
    return TextFile.read(
        "/communes.tsv",
        lines ->
            lines
                .dropWhile(line -> !line.startsWith(postalCode))
                .takeWhile(line -> line.startsWith(postalCode))
                .map(Communes::place)
                .toList());
  }

  /** The one of these places with that INSEE code or name; capitals and accents do not count. */
  static Optional<Place> find(List<Place> places, String codeOrName) {
    String wanted = plain(codeOrName);
    return places.stream()
        .filter(
            place ->
                place.code().equalsIgnoreCase(codeOrName) || plain(place.commune()).equals(wanted))
        .findFirst();
  }

  private static Place place(String line) {
    String[] cells = TextFile.cells(line);
    return new Place(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        Double.parseDouble(cells[5]),
        Double.parseDouble(cells[6]));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace("œ", "oe")
        .replaceAll("[^a-z0-9]+", " ")
        .replaceAll("\\bst\\b", "saint")
        .replaceAll("\\bste\\b", "sainte")
        .strip();
  }
}
