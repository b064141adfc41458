package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * For the verifier: whether no possible pair is worth more than the gain of its student and the
 * price of its ambassador together. It covers every pair, but not one by one: ambassadors at the
 * same place with the same job, administration and day count once, with their least price.
 */
final class Domination {

  private static final double KM_PER_DEGREE = 111.1; // a little less than the sphere's, to be safe

  /** One place of work: who hosts there. */
  private record Place(double lat, double lon, List<Ambassador> hosts) {}

  private final Map<String, Long> prices;
  private final LocalDate eventDay;
  private final List<Place> places; // by latitude
  private final PriceTable least = new PriceTable();
  private final Map<String, Set<String>> blocked = new HashMap<>();

  Domination(Instance instance, Map<String, Long> prices) {
    this.prices = prices;
    this.eventDay = instance.eventDay();
    Map<List<Double>, Place> byPosition = new HashMap<>();
    for (Ambassador ambassador : instance.ambassadors()) {
      if (prices.containsKey(ambassador.id())) {
        byPosition
            .computeIfAbsent(
                List.of(ambassador.lat(), ambassador.lon()),
                _ -> new Place(ambassador.lat(), ambassador.lon(), new ArrayList<>()))
            .hosts()
            .add(ambassador);
      }
    }
    places = new ArrayList<>(byPosition.values());
    places.sort(Comparator.comparingDouble(Place::lat));
    for (int place = 0; place < places.size(); place++) {
      for (Ambassador ambassador : places.get(place).hosts()) {
        least.add(place, ambassador, prices.getOrDefault(ambassador.id(), 0L));
      }
    }
    for (PairIds pair : instance.blocked()) {
      blocked.computeIfAbsent(pair.student(), _ -> new HashSet<>()).add(pair.ambassador());
    }
  }

  /** Whether all of this student's possible pairs are dominated, given the student's gain. */
  boolean holds(Student student, long gain) {
    double degrees = student.radiusKm() / KM_PER_DEGREE;
    Set<String> avoided = blocked.getOrDefault(student.id(), Set.of());
    for (int place = firstFrom(student.lat() - degrees); place < places.size(); place++) {
      Place there = places.get(place);
      if (there.lat() > student.lat() + degrees) {
        break;
      }
      double km = Recount.km(student.lat(), student.lon(), there.lat(), there.lon());
      if (km <= student.radiusKm()) {
        boolean holds =
            avoided.isEmpty()
                ? holdsAt(student, gain, place, Recount.place(km))
                : holdsOneByOne(student, gain, there.hosts(), avoided, Recount.place(km));
        if (!holds) {
          return false;
        }
      }
    }
    return true;
  }

  private int firstFrom(double lat) {
    int low = 0;
    int high = places.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places.get(middle).lat() < lat) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean holdsAt(Student student, long gain, int place, int placePoints) {
    for (String job : student.jobs()) {
      int points = placePoints + Recount.job(student, job);
      if (!holdsFor(student, gain, place, least.job(job), points)) {
        return false;
      }
    }
    return !student.anyJob() || holdsFor(student, gain, place, PriceTable.ANY, placePoints + 10);
  }

  private boolean holdsFor(Student student, long gain, int place, int job, int points) {
    long cheapest = least.of(place, job, PriceTable.ANY, PriceTable.ANY);
    if (cheapest == PriceTable.NO_SEAT || isDominated(points + 20 + 10, gain, cheapest)) {
      return true; // not even the best administration on the best day would be worth more
    }
    for (LocalDate day : student.dates()) {
      int dayPoints = points + Recount.date(day, eventDay);
      int dayCode = least.day(day);
      int anyAdministration = student.administrations().isEmpty() ? 20 : 0;
      long any = least.of(place, job, PriceTable.ANY, dayCode);
      if (!isDominated(dayPoints + anyAdministration, gain, any)) {
        return false;
      }
      for (String wish : student.administrations()) {
        long price = least.of(place, job, least.administration(wish), dayCode);
        if (!isDominated(dayPoints + Recount.administration(student, wish), gain, price)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isDominated(int score, long gain, long price) {
    return price == PriceTable.NO_SEAT || Recount.worth(score) <= gain + price;
  }

  private boolean holdsOneByOne(
      Student student, long gain, List<Ambassador> hosts, Set<String> avoided, int placePoints) {
    for (Ambassador host : hosts) {
      LocalDate day = Recount.sharedDay(student.dates(), host.dates(), eventDay);
      int jobPoints = Recount.job(student, host.job());
      if (jobPoints < 0 || day.equals(LocalDate.MIN) || avoided.contains(host.id())) {
        continue;
      }
      int score =
          jobPoints
              + placePoints
              + Recount.administration(student, host.administration())
              + Recount.date(day, eventDay);
      if (!isDominated(score, gain, prices.getOrDefault(host.id(), 0L))) {
        return false;
      }
    }
    return true;
  }
}
