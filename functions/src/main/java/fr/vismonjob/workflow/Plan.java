package fr.vismonjob.workflow;

import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.edition.Due;
import fr.vismonjob.edition.Duty;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.edition.EditionTable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one execution of a workflow has to do.
 *
 * @param today the day of the input, or the later one that was completed already, so that a mail
 *     about a day that is over does not leave
 * @param past whether a later day was completed already, so that nothing is due
 */
public record Plan(Edition edition, LocalDate today, boolean past, Set<Duty> duties) {
  public Plan {
    duties = Set.copyOf(duties);
  }

  /**
   * Reads the edition and decides what is due.
   *
   * @throws WrongInput if there is no such edition, or the day has not come yet
   * @throws fr.vismonjob.edition.InvalidEdition if its item has a wrong value
   */
  public static Plan of(
      Start start, PresentDay present, EditionTable editions, EditionProgressTable progress) {
    String id = start.edition();
    LocalDate today = start.today();
    present.check(today);
    Edition edition =
        editions
            .find(id)
            .orElseThrow(() -> new WrongInput("L’édition « " + id + " » n’existe pas."));
    Optional<LocalDate> later = progress.handledUntil(id).filter(today::isBefore);
    if (later.isPresent()) {
      return new Plan(edition, later.get(), true, Set.of());
    }
    Set<Duty> duties = Due.on(today, edition);
    if (progress.isErased(id) || !present.isOver(edition.possibleDays().last())) {
      duties.remove(Duty.ERASURE);
    }
    check(edition, duties);
    return new Plan(edition, today, false, duties);
  }

  /** Asks for the settings that the day needs, so that a wrong one stops it before it begins. */
  private static void check(Edition edition, Set<Duty> duties) {
    edition.sender();
    if (duties.contains(Duty.MATCHING) || duties.contains(Duty.TRIAL)) {
      edition.seed();
    }
    if (!Collections.disjoint(duties, Set.of(Duty.MATCHING, Duty.CLOSING))
        && edition.isOnAgreement()) {
      edition.checkAgreement();
    }
    if (!Collections.disjoint(duties, Set.of(Duty.MATCHING, Duty.TRIAL, Duty.FINAL_REPORT))) {
      edition.organisers();
    }
  }

  /** The run's name, which its pairs carry. */
  public String run() {
    return edition.id() + "/" + today;
  }

  /**
   * The plan as the workflows read it.
   *
   * @param execution name of the execution, part of the names of its files
   * @param shares in how many parts tables are read at the same time
   */
  public Map<String, Object> json(String execution, int shares) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("edition", edition.id());
    json.put("today", today.toString());
    json.put("passage", run());
    json.put("dossier", RunFiles.RUNS + run() + "/" + execution);
    json.put("jour_passe", past);
    json.put("appariement", duties.contains(Duty.MATCHING));
    json.put("essai", duties.contains(Duty.TRIAL));
    json.put("rapport", duties.contains(Duty.FINAL_REPORT));
    json.put("effacement", duties.contains(Duty.ERASURE));
    json.put("cloture", duties.contains(Duty.CLOSING));
    json.putAll(agreement());
    json.put("parts", Share.all(shares).stream().map(Plan::json).toList());
    return json;
  }

  /** What is proposed to the organisers, published by their agreement, and told to the others. */
  private Map<String, Object> agreement() {
    boolean matching = duties.contains(Duty.MATCHING);
    boolean asks = matching || duties.contains(Duty.CLOSING);
    boolean onAgreement = asks && edition.isOnAgreement();
    String proposed = asks ? edition.proposed().orElse("") : "";
    boolean mayBeAgreed = onAgreement || !proposed.isEmpty();
    String agreed = mayBeAgreed ? edition.agreed().orElse("") : "";
    boolean publishing = onAgreement && !agreed.isEmpty();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("proposer", matching && onAgreement);
    json.put("publier", publishing);
    json.put("prevenir", !onAgreement || publishing);
    json.put("remplacer", mayBeAgreed);
    json.put("propose", proposed);
    json.put("accord", agreed);
    // What there is if no pairs are looked for.
    json.put("decisions", Map.of("passage", run(), "binomes_lots", 0, "restes_lots", 0));
    return json;
  }

  private static Map<String, Object> json(Share share) {
    return Map.of("index", share.index(), "of", share.of());
  }
}
