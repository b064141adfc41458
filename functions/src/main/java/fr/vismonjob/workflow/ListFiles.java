package fr.vismonjob.workflow;

import fr.vismonjob.pairing.PairLists;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The list of an edition's pairs with names, beside the newest report: an older report has none any
 * more, and the newest has none once somebody is erased. An index says where lists may be; it is
 * written before a list, so that none is left behind by a fault, and stays, so that a list which a
 * report writes meanwhile is found.
 *
 * @param files used only for an act about a list
 */
public record ListFiles(Supplier<RunFiles> files) implements PairLists {
  private static final String LIST = "/binomes.csv";
  private static final String INDEX = "/binomes.json";
  private static final int MOST_ATTEMPTS = 5;

  /**
   * Writes the list of a report, and deletes that of the report before. The tables may have changed
   * while it was made, so it is compared with them once it is there: somebody erased since must not
   * stay in it.
   *
   * @param report such as {@code 2026/2026-11-10/3f1c7a52}
   * @param csv makes the list from the tables
   * @return whether there is a list; there is none if the tables change too fast
   */
  public boolean write(String edition, String report, Supplier<String> csv) {
    String written = csv.get();
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      write(edition, report, written);
      String now = csv.get();
      if (now.equals(written)) {
        return true;
      }
      written = now;
    }
    forget(edition);
    return false;
  }

  private void write(String edition, String report, String csv) {
    List<String> before = listed(edition).stream().filter(other -> !other.equals(report)).toList();
    index(edition, Stream.concat(before.stream(), Stream.of(report)).toList());
    files.get().write(RunFiles.REPORTS + report + LIST, csv);
    before.forEach(this::delete);
    index(edition, List.of(report));
  }

  @Override
  public void forget(String edition) {
    listed(edition).forEach(this::delete);
  }

  private void delete(String report) {
    files.get().delete(RunFiles.REPORTS + report + LIST);
  }

  private List<String> listed(String edition) {
    return files
        .get()
        .find(RunFiles.REPORTS + edition + INDEX)
        .map(JsonInput::parse)
        .map(index -> index.texts("listes"))
        .orElse(List.of());
  }

  private void index(String edition, List<String> reports) {
    files.get().writeJson(RunFiles.REPORTS + edition + INDEX, Map.of("listes", reports));
  }
}
