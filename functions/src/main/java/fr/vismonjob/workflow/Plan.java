package fr.vismonjob.workflow;

import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.edition.Due;
import fr.vismonjob.edition.Duty;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.edition.EditionTable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one execution of a workflow has to do.
 *
 * @param past whether a later day has been lived through already, so that nothing is due
 * @param erasures editions whose personal data has been kept long enough
 */
public record Plan(
    Edition edition, LocalDate today, boolean past, Set<Duty> duties, List<String> erasures) {
  public Plan {
    duties = Set.copyOf(duties);
    erasures = List.copyOf(erasures);
  }

  /**
   * Looks the edition up and tells what is due.
   *
   * @throws WrongInput if there is no such edition
   * @throws fr.vismonjob.edition.InvalidEdition if its item cannot be used
   */
  public static Plan of(Start start, EditionTable editions, EditionProgressTable progress) {
    LocalDate today = start.today();
    Edition edition =
        start
            .edition()
            .map(
                id ->
                    editions
                        .find(id)
                        .orElseThrow(
                            () -> new WrongInput("L’édition « " + id + " » n’existe pas.")))
            .orElseGet(editions::current);
    boolean past = progress.handledUntil(edition.id()).filter(today::isBefore).isPresent();
    if (past) {
      return new Plan(edition, today, true, Set.of(), List.of());
    }
    return new Plan(
        edition, today, false, Due.on(today, edition), erasures(start, edition, progress));
  }

  /**
   * The schedule follows the current edition; the data of those before it must still go on its day.
   */
  private static List<String> erasures(
      Start start, Edition edition, EditionProgressTable progress) {
    List<Edition> candidates =
        start.edition().isEmpty()
            ? progress.notErased()
            : progress.isErased(edition.id()) ? List.of() : List.of(edition);
    return candidates.stream()
        .filter(other -> Due.on(start.today(), other).contains(Duty.ERASURE))
        .map(Edition::id)
        .sorted()
        .toList();
  }

  /** The run's name, which the pairs bear. */
  public String run() {
    return edition.id() + "/" + today;
  }

  /**
   * As the workflows read it.
   *
   * @param execution tells the files of this execution from those of another on the same day
   * @param shares in how many parts tables are read at the same time
   */
  public Map<String, Object> json(String execution, int shares) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("edition", edition.id());
    json.put("today", today.toString());
    json.put("passage", run());
    json.put("dossier", "passages/" + run() + "/" + execution);
    json.put("jour_passe", past);
    json.put("appariement", duties.contains(Duty.MATCHING));
    json.put("essai", duties.contains(Duty.TRIAL));
    json.put("rapport", duties.contains(Duty.FINAL_REPORT));
    json.put("effacements", erasures);
    json.put("parts", Share.all(shares).stream().map(Plan::json).toList());
    return json;
  }

  private static Map<String, Object> json(Share share) {
    return Map.of("index", share.index(), "of", share.of());
  }
}
