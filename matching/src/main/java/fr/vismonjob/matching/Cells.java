package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ambassadors who are alike: same place, job, administration and days. Somebody named by a blocked
 * pair has a cell alone, so that a student can avoid that cell without avoiding others. Cells of
 * places near each other have near numbers.
 *
 * @param first the first ambassador of each cell, who stands for all
 * @param seats free seats of each cell
 * @param cellOf the cell of each ambassador
 */
record Cells(List<Ambassador> first, int[] seats, int[] cellOf) {

  private record Alike(
      double lat,
      double lon,
      String job,
      String administration,
      List<LocalDate> dates,
      String id) {}

  static Cells of(Pool pool, Places places) {
    Set<String> alone = new HashSet<>();
    pool.blocked().values().forEach(alone::addAll);
    Map<Alike, Integer> numbers = new HashMap<>();
    List<Ambassador> first = new ArrayList<>();
    int[] cellOf = new int[pool.ambassadors().size()];
    for (int a : byPlace(pool, places)) {
      Ambassador host = pool.ambassadors().get(a);
      String id = alone.contains(host.id()) ? host.id() : "";
      Alike alike =
          new Alike(host.lat(), host.lon(), host.job(), host.administration(), host.dates(), id);
      cellOf[a] = numbers.computeIfAbsent(alike, _ -> numbers.size());
      if (cellOf[a] == first.size()) {
        first.add(host);
      }
    }
    int[] seats = new int[first.size()];
    for (int a = 0; a < cellOf.length; a++) {
      seats[cellOf[a]] += pool.seats()[a];
    }
    return new Cells(first, seats, cellOf);
  }

  /** Ambassadors by place, and there in the order drawn by lot. */
  private static int[] byPlace(Pool pool, Places places) {
    int[] place = new int[pool.ambassadors().size()];
    int[] next = new int[places.count() + 1]; // position among the ambassadors, by place
    for (int a = 0; a < place.length; a++) {
      place[a] = places.number(Position.of(pool.ambassadors().get(a)));
      next[place[a] + 1]++;
    }
    for (int p = 0; p < places.count(); p++) {
      next[p + 1] += next[p];
    }
    int[] byPlace = new int[place.length];
    for (int a = 0; a < place.length; a++) {
      byPlace[next[place[a]]++] = a;
    }
    return byPlace;
  }
}
