package fr.vismonjob.pairing;

import fr.vismonjob.matching.PairIds;
import fr.vismonjob.pairing.KnownPairs.ImposedRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pairs that a run makes because organisers want them, and what it answers to the others. Of
 * several that exclude each other the first is made: by the student's key, then by the
 * ambassador's.
 */
record ImposedPairs(List<PairIds> pairs, List<ImposedRefusal> refusals) {
  private static final Comparator<PairIds> BY_KEYS =
      Comparator.comparing(PairIds::student).thenComparing(PairIds::ambassador);

  private static final String GONE =
      "L’une des deux personnes n’était plus disponible au moment de l’appariement.";
  private static final String STUDENT_TAKEN =
      "L’étudiante ou l’étudiant est déjà dans un autre binôme choisi par l’équipe.";
  private static final String SEATS_TAKEN =
      "Toutes les places de l’ambassadrice ou de l’ambassadeur vont à d’autres binômes choisis par"
          + " l’équipe.";

  static ImposedPairs of(List<ImposedRequest> requests, PairingPool pool) {
    Map<PairIds, String> answers = answers(requests, pool);
    List<PairIds> made =
        answers.entrySet().stream()
            .filter(answer -> answer.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    return new ImposedPairs(made, refusals(requests, answers));
  }

  /** Why each possible pair is not made; empty if it is. */
  private static Map<PairIds, String> answers(List<ImposedRequest> requests, PairingPool pool) {
    Map<PairIds, String> answers = new LinkedHashMap<>();
    Set<String> students = new HashSet<>();
    Map<String, Integer> seats = new HashMap<>();
    pool.hosts().forEach((id, host) -> seats.put(id, host.room()));
    requests.stream()
        .flatMap(request -> request.pair().stream())
        .distinct()
        .sorted(BY_KEYS)
        .forEach(
            pair -> {
              Optional<Integer> left = Optional.ofNullable(seats.get(pair.ambassador()));
              if (left.isEmpty() || !pool.guests().containsKey(pair.student())) {
                answers.put(pair, GONE);
              } else if (students.contains(pair.student())) {
                answers.put(pair, STUDENT_TAKEN);
              } else if (left.get() == 0) {
                answers.put(pair, SEATS_TAKEN);
              } else {
                answers.put(pair, "");
                students.add(pair.student());
                seats.put(pair.ambassador(), left.get() - 1);
              }
            });
    return answers;
  }

  /** What changes in the registrations' words. */
  private static List<ImposedRefusal> refusals(
      List<ImposedRequest> requests, Map<PairIds, String> answers) {
    Map<String, List<ImposedRequest>> rows = new LinkedHashMap<>();
    requests.forEach(
        request ->
            rows.computeIfAbsent(request.registration(), _ -> new ArrayList<>()).add(request));
    List<ImposedRefusal> refusals = new ArrayList<>();
    rows.forEach(
        (registration, keys) -> {
          String why = words(keys, answers);
          if (!why.equals(keys.getFirst().said())) {
            refusals.add(new ImposedRefusal(registration, why));
          }
        });
    return refusals;
  }

  private static String words(List<ImposedRequest> keys, Map<PairIds, String> answers) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      ImposedRequest key = keys.get(i);
      String why = key.pair().map(pair -> answers.getOrDefault(pair, "")).orElse(key.refusal());
      if (!why.isEmpty()) {
        words.add(keys.size() == 1 ? why : "Clé n°\u00a0" + (i + 1) + "\u00a0: " + why);
      }
    }
    return String.join(" ", words);
  }
}
