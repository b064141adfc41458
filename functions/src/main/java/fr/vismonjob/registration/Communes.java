package fr.vismonjob.registration;

import fr.vismonjob.classpath.TextFile;
import fr.vismonjob.form.TypedText;
import fr.vismonjob.identity.Lazy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The communes of each postal code, from the official list with GeoNames' coordinates ({@code
 * communes.tsv}, which {@code functions/site} makes).
 */
public final class Communes {
  /**
   * The file as it is, read at the first question: one character for each byte, and a line break
   * before each line. To look through it takes less than to keep 35,000 lines apart.
   */
  private static final Lazy<String> FILE =
      new Lazy<>(
          () -> "\n" + new String(TextFile.bytes("/communes.tsv"), StandardCharsets.ISO_8859_1));

  private Communes() {}

  /**
   * The communes of a postal code, in the order in which a French reader looks for a name; empty if
   * there is no such code.
   *
   * @param typed the postal code, with blanks or the country's letter or not
   */
  public static List<Place> of(String typed) {
    return startingWith(digits(typed)).stream().map(Row::place).toList();
  }

  /**
   * Whether a postal code that no commune has may be one that the post office gave to a company:
   * those have five digits too, of which the first two tell the département.
   */
  static boolean mayBeCedex(String typed) {
    String digits = digits(typed);
    return typed.toUpperCase(Locale.ROOT).contains("CEDEX")
        || (digits.matches("[0-9]{5}") && isOfADepartement(digits.substring(0, 2)));
  }

  private static boolean isOfADepartement(String start) {
    return FILE.get().contains("\n" + start);
  }

  /**
   * The commune of this postal code with that INSEE code or name; capitals and accents do not
   * count. The code or name may also be one of the whole city, of the arrondissement, of a former
   * commune that lies in it today, or the one that the post office writes.
   */
  static Optional<Place> find(String postalCode, String codeOrName) {
    String wanted = plain(codeOrName);
    List<Row> rows = startingWith(digits(postalCode));
    return rows.stream()
        .filter(row -> plain(row.place().commune()).equals(wanted))
        .findFirst()
        .or(() -> rows.stream().filter(row -> row.names().contains(wanted)).findFirst())
        .map(Row::place);
  }

  private static String digits(String typed) {
    return typed.replace(" ", "").replaceFirst("^(?i:FR?-?)(?=[0-9])", "");
  }

  private static List<Row> startingWith(String postalCode) {
    if (!postalCode.matches("[0-9]{5}")) {
      return List.of();
    }
    String file = FILE.get();
    String start = "\n" + postalCode + "\t";
    int from = firstLine(file, start);
    int until = from;
    while (file.startsWith(start, until)) {
      until = file.indexOf('\n', until + 1);
    }
    byte[] lines = file.substring(from, until).getBytes(StandardCharsets.ISO_8859_1);
    return new String(lines, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isEmpty())
        .map(Communes::row)
        .toList();
  }

  /** Where the first line of a postal code begins, if it has one; the file is sorted by them. */
  private static int firstLine(String file, String start) {
    int low = 0;
    int high = file.length();
    while (low < high) {
      int line = file.lastIndexOf('\n', (low + high) >>> 1);
      int next = file.indexOf('\n', line + 1);
      String begins = file.substring(line, Math.min(line + start.length(), file.length()));
      if (begins.compareTo(start) < 0) {
        low = next < 0 ? file.length() : next;
      } else {
        high = line;
      }
    }
    return low;
  }

  /**
   * @param names the other names and codes that mean this commune, in their plain spelling
   */
  private record Row(Place place, Set<String> names) {}

  private static Row row(String line) {
    String[] cells = TextFile.cells(line);
    return new Row(
        new Place(
            cells[0],
            cells[1],
            cells[2],
            cells[3],
            cells[4],
            Double.parseDouble(cells[5]),
            Double.parseDouble(cells[6])),
        Stream.concat(Stream.of(cells[1]), Stream.of(cells[7].split("\\|")))
            .map(Communes::plain)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet()));
  }

  private static String plain(String name) {
    return TypedText.withoutAccents(name)
        .toLowerCase(Locale.ROOT)
        .replace("œ", "oe")
        .replace("æ", "ae")
        .replaceAll("[^a-z0-9]+", " ")
        .strip()
        .replaceAll("\\bst\\b", "saint")
        .replaceAll("\\bste\\b", "sainte")
        .replaceAll("\\blez\\b", "les")
        .replaceFirst(" cedex( \\d+)?$", "")
        .replaceFirst("\\b0?(\\d{1,2}) ?(er|e|eme)?( arrondissement)?$", "$1");
  }
}
