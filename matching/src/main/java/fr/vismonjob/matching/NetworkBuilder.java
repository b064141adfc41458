package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Builds the {@link Network} of a pool. For every day, wished job (or any) and wished
 * administration (or any) of a student, and for every band of distance within the radius, there is
 * an arc to the node of a disk ({@link Disks}). For each day and job, the widest disk with any
 * administration comes first: it begins a group, and leads to everything that the others of its
 * group lead to.
 *
 * <p>Homes are planned on all processors. Then each gets its nodes in turn, so that the network is
 * the same on any number of them.
 */
final class NetworkBuilder {

  /** An offer that a student wishes for, and the points of its job, administration and day. */
  private record Wish(int offer, int points, boolean isFirstOfGroup) {}

  /**
   * The arcs of one home's students, which lead to disks around it.
   *
   * @param end where each student's arcs end
   */
  private record Plan(
      List<Student> students,
      Disks disks,
      IntList disk,
      IntList score,
      IntList isWidest,
      IntList end) {

    Plan(List<Student> students, Disks disks) {
      this(students, disks, new IntList(), new IntList(), new IntList(), new IntList());
    }
  }

  private static final int HOMES_AT_ONCE = 64; // so many plans at most wait for their nodes

  private final Pool pool;
  private final Cells cells;
  private final Places places;
  private final Nodes nodes;
  private final Offers offers;
  private final Map<String, Integer> cellsAlone = new HashMap<>(); // by ambassador, if blocked
  private final IntList firstArc = new IntList();
  private final IntList arcNode = new IntList();
  private final IntList arcScore = new IntList();
  private final IntList arcWidest = new IntList();

  private NetworkBuilder(Pool pool, Places places, Cells cells) {
    this.pool = pool;
    this.cells = cells;
    this.places = places;
    nodes = new Nodes(cells.seats().length);
    offers = new Offers(cells, places, pool.eventDay(), nodes);
    for (int cell = 0; !pool.blocked().isEmpty() && cell < cells.first().size(); cell++) {
      cellsAlone.put(cells.first().get(cell).id(), cell);
    }
  }

  /** The network of the pool's students, given by number and home by home. */
  static Network of(Pool pool, List<List<Integer>> homes, Places places, Cells cells) {
    NetworkBuilder builder = new NetworkBuilder(pool, places, cells);
    builder.firstArc.add(0);
    for (int from = 0; from < homes.size(); from += HOMES_AT_ONCE) {
      homes.subList(from, Math.min(from + HOMES_AT_ONCE, homes.size())).parallelStream()
          .map(builder::plan)
          .forEachOrdered(builder::add);
    }
    return builder.network();
  }

  private Plan plan(List<Integer> numbers) {
    List<Student> students = new ArrayList<>(numbers.size());
    for (int number : numbers) {
      students.add(pool.students().get(number));
    }
    Home home = new Home(students, places, offers);
    Plan plan = new Plan(students, new Disks(home, offers, nodes));
    for (Student student : students) {
      boolean isWidest = true;
      for (Wish wish : wishes(student)) {
        isWidest = isWidest || wish.isFirstOfGroup();
        int[] within = home.within(wish.offer(), student.radiusKm());
        for (int band = within.length - 1; band >= 0; band--) {
          if (within[band] > (band == 0 ? 0 : within[band - 1])) {
            plan.disk().add(plan.disks().number(wish.offer(), within[band]));
            plan.score().add(wish.points() + Points.band(band));
            plan.isWidest().add(isWidest ? 1 : 0);
            isWidest = false;
          }
        }
      }
      plan.end().add(plan.disk().size());
    }
    return plan;
  }

  private void add(Plan plan) {
    int arc = 0;
    for (int i = 0; i < plan.students().size(); i++) {
      Set<Integer> avoided = avoidedCells(plan.students().get(i));
      for (; arc < plan.end().get(i); arc++) {
        int disk = plan.disk().get(arc);
        if (avoided.isEmpty()) {
          addArc(plan.disks().node(disk), plan.score().get(arc), plan.isWidest().get(arc));
        } else {
          addArcsAround(avoided, plan.disks(), disk, plan.score().get(arc));
        }
      }
      firstArc.add(arcNode.size());
    }
  }

  /** Arcs to everything in a disk but for these cells: each is a group of its own. */
  private void addArcsAround(Set<Integer> avoided, Disks disks, int disk, int score) {
    Set<Integer> around =
        avoided.stream()
            .map(cell -> places.number(Position.of(cells.first().get(cell))))
            .collect(Collectors.toSet());
    IntList parts = disks.without(avoided, around, disk);
    for (int i = 0; i < parts.size(); i++) {
      addArc(parts.get(i), score, 1);
    }
  }

  private void addArc(int node, int score, int isWidest) {
    arcNode.add(node);
    arcScore.add(score);
    arcWidest.add(isWidest);
  }

  /** A student who can come on the event day needs other days only for those who then cannot. */
  private List<Wish> wishes(Student student) {
    List<Wish> wishes = new ArrayList<>();
    boolean onEventDay = student.dates().contains(pool.eventDay());
    for (LocalDate date : student.dates()) {
      boolean other = onEventDay && !date.equals(pool.eventDay());
      int points = Points.date(Scoring.daysBetween(date, pool.eventDay()));
      for (int rank = 1; rank <= student.jobs().size(); rank++) {
        int job = offers.job(student.jobs().get(rank - 1));
        addWishes(student, date, other, job, points + Points.job(rank), wishes);
      }
      if (student.anyJob()) {
        addWishes(student, date, other, Offers.ANY, points + Points.job(0), wishes);
      }
    }
    return wishes;
  }

  /** Any administration first: nobody has a wished one where nobody has any. */
  private void addWishes(
      Student student, LocalDate date, boolean other, int job, int points, List<Wish> wishes) {
    int any = offers.find(date, other, job, Offers.ANY);
    if (any < 0) {
      return;
    }
    List<String> administrations = student.administrations();
    int unwished =
        administrations.isEmpty()
            ? Reason.AdministrationReason.NO_WISH
            : Reason.AdministrationReason.NOT_WISHED;
    wishes.add(new Wish(any, points + Points.administration(unwished), true));
    for (int rank = 1; rank <= administrations.size(); rank++) {
      int administration = offers.administration(administrations.get(rank - 1));
      int offer = offers.find(date, other, job, administration);
      if (offer >= 0) {
        wishes.add(new Wish(offer, points + Points.administration(rank), false));
      }
    }
  }

  private Set<Integer> avoidedCells(Student student) {
    Set<Integer> avoided = new HashSet<>();
    for (String id : pool.blockedFor(student)) {
      Integer cell = cellsAlone.get(id);
      if (cell != null) {
        avoided.add(cell);
      }
    }
    return avoided;
  }

  private Network network() {
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
}
