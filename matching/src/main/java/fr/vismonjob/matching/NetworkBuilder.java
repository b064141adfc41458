package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Builds the {@link Network} of a pool. For every day, wished job (or any) and wished
 * administration (or any) of a student, and for every band of distance within the radius, there is
 * an arc to a node that stands for the disk of that band around the student's home: students of the
 * same commune share it. For each day and job the widest disk with any administration comes first.
 * Disks are covered by runs of places, see {@link Places} and {@link Offers}.
 */
final class NetworkBuilder {

  private final Pool pool;
  private final Cells cells;
  private final Places places;
  private final Nodes nodes;
  private final Offers offers;
  private final IntList firstArc = new IntList();
  private final IntList arcNode = new IntList();
  private final IntList arcScore = new IntList();
  private final IntList arcWidest = new IntList();
  private final double[] km; // from the home at hand to each place
  private final int[] rank; // of each place by that distance

  // What the students of the home at hand ask for: a disk is an offer and how many of its places.
  private final LongIndex disks = new LongIndex();
  private final IntList asker = new IntList();
  private final IntList askedDisk = new IntList();
  private final IntList askedScore = new IntList();
  private final IntList askedWidest = new IntList();
  private boolean isWidest; // the next disk asked for
  private @Nullable Near[] near;

  /** The places that have an offer, nearest first: their distances, and positions in the offer. */
  private record Near(double[] km, int[] position) {}

  NetworkBuilder(Pool pool, Places places, Cells cells) {
    this.pool = pool;
    this.cells = cells;
    this.places = places;
    nodes = new Nodes(cells.seats().length);
    offers = new Offers(cells, places, pool.eventDay(), nodes);
    km = new double[places.count()];
    rank = new int[places.count()];
    near = new Near[0];
  }

  /** The network of students in this order, those of one home side by side. */
  Network build(int[] order) {
    firstArc.add(0);
    for (int from = 0, to; from < order.length; from = to) {
      to = from;
      while (to < order.length && sameHome(order[from], order[to])) {
        to++;
      }
      addHome(order, from, to);
    }
    byte[] scores = new byte[arcScore.size()];
    boolean[] widest = new boolean[scores.length];
    for (int arc = 0; arc < scores.length; arc++) {
      scores[arc] = (byte) arcScore.get(arc);
      widest[arc] = arcWidest.get(arc) == 1;
    }
    return new Network(
        firstArc.toArray(),
        arcNode.toArray(),
        scores,
        widest,
        nodes.firstChildren(),
        nodes.children(),
        cells.seats());
  }

  private boolean sameHome(int one, int other) {
    Student a = pool.students().get(one);
    Student b = pool.students().get(other);
    return a.lat() == b.lat() && a.lon() == b.lon();
  }

  private void addHome(int[] order, int from, int to) {
    double radius = 0;
    for (int i = from; i < to; i++) {
      radius = Math.max(radius, pool.students().get(order[i]).radiusKm());
    }
    Student any = pool.students().get(order[from]);
    places.distances(any.lat(), any.lon(), radius, km);
    rankByDistance();
    near = new Near[offers.count()];
    disks.clear();
    asker.clear();
    askedDisk.clear();
    askedScore.clear();
    askedWidest.clear();
    for (int i = from; i < to; i++) {
      ask(i - from, pool.students().get(order[i]));
    }
    int[] node = new int[disks.size()];
    Arrays.fill(node, -1);
    for (int i = from, asked = 0; i < to; i++) {
      Set<Integer> avoided = avoidedCells(pool.students().get(order[i]));
      for (; asked < asker.size() && asker.get(asked) == i - from; asked++) {
        int disk = askedDisk.get(asked);
        if (!avoided.isEmpty()) {
          addArcs(without(disk, avoided), askedScore.get(asked)); // each a group of its own
        } else {
          if (node[disk] < 0) {
            IntList parts = cover(disk, Set.of());
            node[disk] = nodes.above(parts, 0, parts.size());
          }
          addArc(node[disk], askedScore.get(asked), askedWidest.get(asked));
        }
      }
      firstArc.add(arcNode.size());
    }
  }

  private void rankByDistance() {
    int[] nearestFirst =
        IntStream.range(0, km.length)
            .filter(place -> km[place] < Double.POSITIVE_INFINITY)
            .boxed()
            .sorted(Comparator.comparingDouble(place -> km[place]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < nearestFirst.length; i++) {
      rank[nearestFirst[i]] = i;
    }
  }

  private void ask(int who, Student student) {
    boolean onEventDay = student.dates().contains(pool.eventDay());
    for (LocalDate date : student.dates()) {
      boolean other = onEventDay && !date.equals(pool.eventDay());
      int points = Points.date(Scoring.daysBetween(date, pool.eventDay()));
      for (int wish = 0; wish < student.jobs().size(); wish++) {
        int job = offers.job(student.jobs().get(wish));
        askJob(who, student, date, other, job, points + Points.job(wish + 1));
      }
      if (student.anyJob()) {
        askJob(who, student, date, other, Offers.ANY, points + Points.job(0));
      }
    }
  }

  private void askJob(
      int who, Student student, LocalDate date, boolean other, int job, int points) {
    if (job < 0) {
      return;
    }
    List<String> wishes = student.administrations();
    int rank =
        wishes.isEmpty()
            ? Reason.AdministrationReason.NO_WISH
            : Reason.AdministrationReason.NOT_WISHED;
    isWidest = true;
    askOffer(
        who,
        student,
        offers.find(date, other, job, Offers.ANY),
        points + Points.administration(rank));
    for (int wish = 0; wish < wishes.size(); wish++) {
      int administration = offers.administration(wishes.get(wish));
      if (administration >= 0) {
        askOffer(
            who,
            student,
            offers.find(date, other, job, administration),
            points + Points.administration(wish + 1));
      }
    }
  }

  private void askOffer(int who, Student student, int offer, int points) {
    if (offer < 0) {
      return;
    }
    double[] distances = nearOnce(offer).km();
    int[] within = new int[Points.BAND_KM.length];
    for (int band = 0, reached = 0; band < within.length; band++) {
      double limit = Math.min(Points.BAND_KM[band], student.radiusKm());
      while (reached < distances.length && distances[reached] <= limit) {
        reached++;
      }
      within[band] = reached;
    }
    for (int band = within.length - 1; band >= 0; band--) {
      if (within[band] > (band == 0 ? 0 : within[band - 1])) {
        asker.add(who);
        askedDisk.add(disks.add((long) offer << 32 | within[band]));
        askedScore.add(points + Points.band(band));
        askedWidest.add(isWidest ? 1 : 0);
        isWidest = false;
      }
    }
  }

  private Near nearOnce(int offer) {
    Near known = near[offer];
    if (known == null) {
      known = near(offer);
      near[offer] = known;
    }
    return known;
  }

  private Near near(int offer) {
    int[] there = offers.places(offer);
    long[] nearest = new long[there.length];
    int count = 0;
    for (int position = 0; position < there.length; position++) {
      if (km[there[position]] < Double.POSITIVE_INFINITY) {
        nearest[count++] = (long) rank[there[position]] << 32 | position;
      }
    }
    Arrays.sort(nearest, 0, count);
    double[] distances = new double[count];
    int[] positions = new int[count];
    for (int i = 0; i < count; i++) {
      positions[i] = (int) nearest[i];
      distances[i] = km[there[positions[i]]];
    }
    return new Near(distances, positions);
  }

  private IntList cover(int disk, Set<Integer> withoutPlaces) {
    int offer = (int) (disks.key(disk) >>> 32);
    int within = (int) disks.key(disk);
    int[] positions = Arrays.copyOf(nearOnce(offer).position(), within);
    Arrays.sort(positions);
    IntList kept = new IntList();
    for (int position : positions) {
      if (!withoutPlaces.contains(offers.places(offer)[position])) {
        kept.add(position);
      }
    }
    IntList parts = new IntList();
    offers.cover(offer, kept, parts);
    return parts;
  }

  private Set<Integer> avoidedCells(Student student) {
    Set<String> ids = pool.blocked().getOrDefault(student.id(), Set.of());
    Set<Integer> avoided = new HashSet<>();
    for (int cell = 0; !ids.isEmpty() && cell < cells.first().size(); cell++) {
      if (ids.contains(cells.first().get(cell).id())) {
        avoided.add(cell);
      }
    }
    return avoided;
  }

  /** Nodes that together cover a disk but for these cells. */
  private IntList without(int disk, Set<Integer> avoided) {
    Set<Integer> around = new HashSet<>();
    for (int cell : avoided) {
      around.add(places.number(cells.first().get(cell)));
    }
    IntList parts = cover(disk, around);
    int offer = (int) (disks.key(disk) >>> 32);
    int within = (int) disks.key(disk);
    for (int i = 0; i < within; i++) {
      int position = nearOnce(offer).position()[i];
      if (around.contains(offers.places(offer)[position])) {
        addWithout(offers.top(offer, position), avoided, parts);
      }
    }
    return parts;
  }

  private void addWithout(int node, Set<Integer> avoided, IntList parts) {
    if (!isAbove(node, avoided)) {
      parts.add(node);
    } else if (!nodes.isCell(node)) {
      for (int i = nodes.childrenFrom(node); i < nodes.childrenTo(node); i++) {
        addWithout(nodes.child(i), avoided, parts);
      }
    }
  }

  private boolean isAbove(int node, Set<Integer> avoided) {
    if (nodes.isCell(node)) {
      return avoided.contains(node);
    }
    for (int i = nodes.childrenFrom(node); i < nodes.childrenTo(node); i++) {
      if (isAbove(nodes.child(i), avoided)) {
        return true;
      }
    }
    return false;
  }

  private void addArcs(IntList targets, int score) {
    for (int i = 0; i < targets.size(); i++) {
      addArc(targets.get(i), score, 1);
    }
  }

  private void addArc(int node, int score, int widest) {
    arcNode.add(node);
    arcWidest.add(widest);
    arcScore.add(score);
  }
}
