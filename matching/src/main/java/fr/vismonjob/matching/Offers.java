package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What students can wish for, and where it is offered. An <em>offer</em> is a day, a job (or any)
 * and an administration (or any); for each offer, the places that have it, and at each place the
 * node above the cells that have it.
 *
 * <p>Each day counts twice: once with all who can host on it, once with those only who cannot on
 * the event day. A student who can come on the event day needs just the latter for other days.
 */
final class Offers {

  /** Stands for any job or any administration. */
  static final int ANY = 0;

  // Bits of an offer: day, whether not on the event day, job, administration.
  private static final int CODE_BITS = 21; // enough for Instance.MOST_DIFFERENT
  private static final long ADMINISTRATION_MASK = (1L << CODE_BITS) - 1;
  private static final long JOB_MASK = ADMINISTRATION_MASK << CODE_BITS;

  private final Map<String, Integer> jobs = new HashMap<>();
  private final Map<String, Integer> administrations = new HashMap<>();
  private final Map<LocalDate, Integer> days = new HashMap<>();
  private final Nodes nodes;
  private final LongIndex offers = new LongIndex();
  private int[][] places = new int[0][]; // by offer, in order
  private int[][] tops = new int[0][]; // by offer, the node at each of these places
  private int[][] runs = new int[0][]; // by offer, nodes above runs of places, made when needed

  Offers(Cells cells, Places where, LocalDate eventDay, Nodes nodes) {
    this.nodes = nodes;
    Level narrow = new Level();
    for (int cell = 0; cell < cells.first().size(); cell++) {
      Ambassador host = cells.first().get(cell);
      int place = where.number(Position.of(host));
      int job = code(jobs, host.job());
      int administration = code(administrations, host.administration());
      boolean canOnEventDay = host.dates().contains(eventDay);
      for (LocalDate date : host.dates()) {
        int day = code(days, date);
        narrow.add(place, offer(day, false, job, administration), cell);
        if (!canOnEventDay) {
          narrow.add(place, offer(day, true, job, administration), cell);
        }
      }
    }
    narrow.close();
    Level anyAdministration = narrow.widened(~ADMINISTRATION_MASK);
    Level anyJob = narrow.widened(~JOB_MASK);
    Level any = anyAdministration.widened(~JOB_MASK);
    arrange(List.of(narrow, anyAdministration, anyJob, any));
  }

  private static long offer(int day, boolean notOnEventDay, int job, int administration) {
    return ((((long) day << 1 | (notOnEventDay ? 1 : 0)) << CODE_BITS | job) << CODE_BITS)
        | administration;
  }

  private static <T> int code(Map<T, Integer> codes, T value) {
    return codes.computeIfAbsent(value, _ -> codes.size() + 1);
  }

  /** The job's code; -1 if nobody has that job. */
  int job(String job) {
    return jobs.getOrDefault(job, -1);
  }

  /** The administration's code; -1 if nobody belongs to it. */
  int administration(String administration) {
    return administrations.getOrDefault(administration, -1);
  }

  /** The number of an offer; -1 if nobody has it, or one of its codes is -1. */
  int find(LocalDate date, boolean notOnEventDay, int job, int administration) {
    int day = days.getOrDefault(date, -1);
    return Math.min(day, Math.min(job, administration)) < 0
        ? -1
        : offers.find(offer(day, notOnEventDay, job, administration));
  }

  /** The places that have an offer, in order. */
  int[] places(int offer) {
    return places[offer];
  }

  /** The node at one of these places, by position among them. */
  int top(int offer, int position) {
    return tops[offer][position];
  }

  /**
   * Adds the runs that together cover these positions among an offer's places, as few as it takes.
   * Run 1 has all places of the offer, and run n is halved into 2n and 2n + 1.
   */
  void cover(int offer, int[] positions, IntList into) {
    cover(positions, 0, positions.length, 1, 0, places[offer].length, into);
  }

  private static void cover(
      int[] positions, int from, int to, int run, int low, int high, IntList into) {
    if (from == to) {
      return;
    }
    if (to - from == high - low) {
      into.add(run);
      return;
    }
    int middle = (low + high) >>> 1;
    int split = Arrays.binarySearch(positions, from, to, middle);
    split = split < 0 ? -split - 1 : split;
    cover(positions, from, split, 2 * run, low, middle, into);
    cover(positions, split, to, 2 * run + 1, middle, high, into);
  }

  /** The node above a run of an offer's places. */
  int node(int offer, int run) {
    if (runs[offer] == null) {
      runs[offer] = new int[4 * places[offer].length];
      Arrays.fill(runs[offer], -1);
    }
    if (runs[offer][run] < 0) {
      makeNode(offer, run);
    }
    return runs[offer][run];
  }

  private void makeNode(int offer, int run) {
    int low = 0;
    int high = places[offer].length;
    for (int half = Integer.highestOneBit(run) >> 1; half > 0; half >>= 1) {
      int middle = (low + high) >>> 1;
      if ((run & half) == 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    if (high - low == 1) {
      runs[offer][run] = tops[offer][low];
    } else {
      IntList halves = new IntList();
      halves.add(node(offer, 2 * run));
      halves.add(node(offer, 2 * run + 1));
      runs[offer][run] = nodes.above(halves);
    }
  }

  private void arrange(List<Level> levels) {
    long[][] entries = new long[offers.size()][];
    int[] sizes = new int[offers.size()];
    for (Level level : levels) {
      for (int i = 0; i < level.keys.size(); i++) {
        int offer = (int) level.keys.key(i);
        if (entries[offer] == null) {
          entries[offer] = new long[4];
        } else if (sizes[offer] == entries[offer].length) {
          entries[offer] = Arrays.copyOf(entries[offer], 2 * sizes[offer]);
        }
        entries[offer][sizes[offer]++] = level.keys.key(i) >>> 32 << 32 | level.node[i];
      }
    }
    places = new int[offers.size()][];
    tops = new int[offers.size()][];
    runs = new int[offers.size()][];
    for (int offer = 0; offer < entries.length; offer++) {
      Arrays.sort(entries[offer], 0, sizes[offer]);
      places[offer] = new int[sizes[offer]];
      tops[offer] = new int[sizes[offer]];
      for (int i = 0; i < sizes[offer]; i++) {
        places[offer][i] = (int) (entries[offer][i] >>> 32);
        tops[offer][i] = (int) entries[offer][i];
      }
    }
  }

  /** Nodes of one kind: one for each offer and place, above what was added for them. */
  private final class Level {

    private final LongIndex keys = new LongIndex(); // of a place and the number of an offer
    private final IntList key = new IntList();
    private final IntList child = new IntList();
    private int[] node = new int[0];

    void add(int place, long offer, int below) {
      key.add(keys.add((long) place << 32 | offers.add(offer)));
      child.add(below);
    }

    /** Makes the nodes, once everything is added. */
    void close() {
      int[] end = new int[keys.size() + 1];
      for (int i = 0; i < key.size(); i++) {
        end[key.get(i) + 1]++;
      }
      for (int k = 0; k < keys.size(); k++) {
        end[k + 1] += end[k];
      }
      int[] grouped = new int[key.size()];
      int[] next = end.clone();
      for (int i = 0; i < key.size(); i++) {
        grouped[next[key.get(i)]++] = child.get(i);
      }
      node = new int[keys.size()];
      IntList children = new IntList();
      for (int k = 0; k < keys.size(); k++) {
        children.clear();
        for (int i = end[k]; i < end[k + 1]; i++) {
          children.add(grouped[i]);
        }
        node[k] = nodes.above(children);
      }
    }

    /** The nodes above these, with a part of the offer masked away. */
    Level widened(long mask) {
      Level wider = new Level();
      for (int k = 0; k < keys.size(); k++) {
        wider.add((int) (keys.key(k) >>> 32), offers.key((int) keys.key(k)) & mask, node[k]);
      }
      wider.close();
      return wider;
    }
  }
}
