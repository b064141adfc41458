package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * For the verifier: whether no possible pair is worth more than the gain of its student and the
 * price of its ambassador together. It covers every pair, but not one by one: ambassadors at the
 * same place with the same job, administration and day count once, with their least price.
 * Distances are computed once for all students of a commune; communes are checked on all
 * processors.
 */
final class Domination {

  private static final double KM_PER_DEGREE = 111.1; // a little less than the sphere's, to be safe

  private record Point(double lat, double lon) {}

  /** One place of work: who hosts there. */
  private record Place(Point point, List<Ambassador> hosts) {}

  /** A place within reach of a commune. */
  private record Near(int place, double km, int points) {}

  private final Map<String, Long> prices;
  private final LocalDate eventDay;
  private final List<Place> places = new ArrayList<>(); // by latitude
  private final PriceTable least = new PriceTable();
  private final Map<String, Set<String>> blocked = new HashMap<>();

  Domination(Instance instance, Map<String, Long> prices) {
    this.prices = prices;
    this.eventDay = instance.eventDay();
    Map<Point, Place> byPoint = new HashMap<>();
    for (Ambassador ambassador : instance.ambassadors()) {
      if (prices.containsKey(ambassador.id())) {
        byPoint
            .computeIfAbsent(
                new Point(ambassador.lat(), ambassador.lon()),
                point -> new Place(point, new ArrayList<>()))
            .hosts()
            .add(ambassador);
      }
    }
    places.addAll(byPoint.values());
    places.sort((one, other) -> Double.compare(one.point().lat(), other.point().lat()));
    for (int place = 0; place < places.size(); place++) {
      for (Ambassador ambassador : places.get(place).hosts()) {
        least.add(place, ambassador, prices.getOrDefault(ambassador.id(), 0L));
      }
    }
    for (PairIds pair : instance.blocked()) {
      blocked.computeIfAbsent(pair.student(), _ -> new HashSet<>()).add(pair.ambassador());
    }
  }

  /** The ids of those who have a possible pair that is not dominated, given everybody's gain. */
  List<String> notDominated(Collection<Student> students, Map<String, Long> gains) {
    Map<Point, List<Student>> homes = new HashMap<>();
    for (Student student : students) {
      Point home = new Point(student.lat(), student.lon());
      homes.computeIfAbsent(home, _ -> new ArrayList<>()).add(student);
    }
    return homes.entrySet().parallelStream()
        .flatMap(home -> notDominated(home.getKey(), home.getValue(), gains).stream())
        .toList();
  }

  private List<String> notDominated(Point home, List<Student> students, Map<String, Long> gains) {
    double reach = 0;
    for (Student student : students) {
      reach = Math.max(reach, student.radiusKm());
    }
    List<Near> near = near(home, reach);
    List<String> found = new ArrayList<>();
    for (Student student : students) {
      if (!holds(student, gains.getOrDefault(student.id(), 0L), near)) {
        found.add(student.id());
      }
    }
    return found;
  }

  private List<Near> near(Point home, double reachKm) {
    double degrees = reachKm / KM_PER_DEGREE;
    List<Near> near = new ArrayList<>();
    for (int place = firstFrom(home.lat() - degrees); place < places.size(); place++) {
      Point there = places.get(place).point();
      if (there.lat() > home.lat() + degrees) {
        break;
      }
      double km = Recount.km(home.lat(), home.lon(), there.lat(), there.lon());
      if (km <= reachKm) {
        near.add(new Near(place, km, Recount.place(km)));
      }
    }
    return near;
  }

  private int firstFrom(double lat) {
    int low = 0;
    int high = places.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places.get(middle).point().lat() < lat) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean holds(Student student, long gain, List<Near> near) {
    Set<String> avoided = blocked.getOrDefault(student.id(), Set.of());
    Wishes wishes = new Wishes(student, gain);
    for (Near there : near) {
      if (there.km() <= student.radiusKm()) {
        boolean holds =
            avoided.isEmpty() ? wishes.holdAt(there) : holdsOneByOne(student, gain, there, avoided);
        if (!holds) {
          return false;
        }
      }
    }
    return true;
  }

  /** What one student wishes for, by the numbers of the table, and the points of each wish. */
  private final class Wishes {

    private final long gain;
    private final int[] jobs;
    private final int[] jobPoints;
    private final int[] days;
    private final int[] dayPoints;
    private final int[] administrations;
    private final int[] administrationPoints;

    Wishes(Student student, long gain) {
      this.gain = gain;
      int wished = student.jobs().size();
      jobs = new int[wished + (student.anyJob() ? 1 : 0)]; // the last is any
      jobPoints = new int[jobs.length];
      Arrays.fill(jobPoints, 10);
      for (int i = 0; i < wished; i++) {
        jobs[i] = least.job(student.jobs().get(i));
        jobPoints[i] = Recount.job(student, student.jobs().get(i));
      }
      days = new int[student.dates().size()];
      dayPoints = new int[days.length];
      for (int i = 0; i < days.length; i++) {
        days[i] = least.day(student.dates().get(i));
        dayPoints[i] = Recount.date(student.dates().get(i), eventDay);
      }
      administrations = new int[student.administrations().size() + 1]; // the first is any
      administrationPoints = new int[administrations.length];
      administrationPoints[0] = student.administrations().isEmpty() ? 20 : 0;
      for (int i = 1; i < administrations.length; i++) {
        String wish = student.administrations().get(i - 1);
        administrations[i] = least.administration(wish);
        administrationPoints[i] = Recount.administration(student, wish);
      }
    }

    boolean holdAt(Near there) {
      for (int i = 0; i < jobs.length; i++) {
        if (!holdFor(there.place(), jobs[i], there.points() + jobPoints[i])) {
          return false;
        }
      }
      return true;
    }

    private boolean holdFor(int place, int job, int points) {
      long cheapest = least.of(place, job, PriceTable.ANY, PriceTable.ANY);
      if (isDominated(points + 20 + 10, gain, cheapest)) {
        return true; // not even the best administration on the best day would be worth more
      }
      for (int day = 0; day < days.length; day++) {
        for (int wish = 0; wish < administrations.length; wish++) {
          long price = least.of(place, job, administrations[wish], days[day]);
          if (!isDominated(points + dayPoints[day] + administrationPoints[wish], gain, price)) {
            return false;
          }
        }
      }
      return true;
    }
  }

  private static boolean isDominated(int score, long gain, long price) {
    return price == PriceTable.NO_SEAT || Recount.worth(score) <= gain + price; // C15
  }

  private boolean holdsOneByOne(Student student, long gain, Near there, Set<String> avoided) {
    for (Ambassador host : places.get(there.place()).hosts()) {
      LocalDate day = Recount.sharedDay(student.dates(), host.dates(), eventDay);
      int jobPoints = Recount.job(student, host.job());
      if (jobPoints < 0 || day.equals(LocalDate.MIN) || avoided.contains(host.id())) {
        continue;
      }
      int score =
          jobPoints
              + there.points()
              + Recount.administration(student, host.administration())
              + Recount.date(day, eventDay);
      if (!isDominated(score, gain, prices.getOrDefault(host.id(), 0L))) {
        return false;
      }
    }
    return true;
  }
}
