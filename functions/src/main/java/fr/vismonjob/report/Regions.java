package fr.vismonjob.report;

import fr.vismonjob.classpath.TextFile;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The régions, by the codes of their départements ({@code reference/regions.tsv}). */
final class Regions {
  static final String UNKNOWN = "Non connue";

  private static final Map<String, String> BY_DEPARTEMENT =
      TextFile.read(
          "/reference/regions.tsv",
          lines ->
              lines
                  .map(TextFile::cells)
                  .flatMap(
                      cells ->
                          Arrays.stream(cells[1].split(" ")).map(code -> Map.entry(code, cells[0])))
                  .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));

  private Regions() {}

  static String of(String departementCode) {
    return BY_DEPARTEMENT.getOrDefault(departementCode, UNKNOWN);
  }

  /** The codes of all départements that have a région. */
  static Stream<String> departements() {
    return BY_DEPARTEMENT.keySet().stream();
  }
}
