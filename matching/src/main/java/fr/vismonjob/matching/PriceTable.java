package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * For the verifier: the least price of a seat at a place, by job (or any), administration (or any)
 * and day (or any).
 */
final class PriceTable {

  /** Stands for any job, any administration or any day. */
  static final int ANY = 0;

  private static final int NOBODY_HAS_IT = Integer.MAX_VALUE;

  /** The answer where there is no seat. */
  static final long NO_SEAT = Long.MAX_VALUE;

  private final Map<String, Integer> jobs = new HashMap<>();
  private final Map<String, Integer> administrations = new HashMap<>();
  private final Map<LocalDate, Integer> days = new HashMap<>();

  // A table with open addressing: a key is two longs, the first of which is 0 where nothing is.
  private long[] wheres = new long[1 << 12];
  private long[] whats = new long[1 << 12];
  private long[] prices = new long[1 << 12];
  private int size;

  /** The number of a job, for {@link #of}; no seat has it if nobody has the job. */
  int job(String job) {
    return jobs.getOrDefault(job, NOBODY_HAS_IT);
  }

  /** The number of an administration, for {@link #of}. */
  int administration(String administration) {
    return administrations.getOrDefault(administration, NOBODY_HAS_IT);
  }

  /** The number of a day, for {@link #of}. */
  int day(LocalDate day) {
    return days.getOrDefault(day, NOBODY_HAS_IT);
  }

  private static <T> int code(Map<T, Integer> codes, T value) {
    return codes.computeIfAbsent(value, _ -> codes.size() + 1);
  }

  /** Adds a seat at a place; places count from 0. */
  void add(int place, Ambassador ambassador, long price) {
    for (int job : new int[] {code(jobs, ambassador.job()), ANY}) {
      for (int administration :
          new int[] {code(administrations, ambassador.administration()), ANY}) {
        lower(where(place, ANY), what(job, administration), price);
        for (LocalDate day : ambassador.dates()) {
          lower(where(place, code(days, day)), what(job, administration), price);
        }
      }
    }
  }

  /** The least price, {@link #NO_SEAT} if there is none. */
  long of(int place, int job, int administration, int day) {
    int slot = slot(where(place, day), what(job, administration));
    return wheres[slot] == 0 ? NO_SEAT : prices[slot];
  }

  private void lower(long where, long what, long price) {
    int slot = slot(where, what);
    if (wheres[slot] == 0) {
      wheres[slot] = where;
      whats[slot] = what;
      prices[slot] = price;
      size++;
      if (size * 2 > wheres.length) {
        grow();
      }
    } else {
      prices[slot] = Math.min(prices[slot], price);
    }
  }

  private static long where(int place, int day) {
    return (place + 1L) << 32 | day;
  }

  private static long what(int job, int administration) {
    return (long) job << 32 | administration;
  }

  private int slot(long where, long what) {
    int mask = wheres.length - 1;
    long mixed = (where * 31 + what) * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (wheres[slot] != 0 && (wheres[slot] != where || whats[slot] != what)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldWheres = wheres;
    long[] oldWhats = whats;
    long[] oldPrices = prices;
    wheres = new long[oldWheres.length * 2];
    whats = new long[wheres.length];
    prices = new long[wheres.length];
    for (int i = 0; i < oldWheres.length; i++) {
      if (oldWheres[i] != 0) {
        int slot = slot(oldWheres[i], oldWhats[i]);
        wheres[slot] = oldWheres[i];
        whats[slot] = oldWhats[i];
        prices[slot] = oldPrices[i];
      }
    }
  }
}
