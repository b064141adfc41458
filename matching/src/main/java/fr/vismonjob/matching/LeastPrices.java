package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * For the verifier: the least price of a seat at a place, by job (or any), administration (or any)
 * and day (or any).
 */
final class LeastPrices {

  /** Stands for any job, any administration or any day. */
  static final int ANY = 0;

  /** The answer where there is no seat. */
  static final long NO_SEAT = Long.MAX_VALUE;

  private static final int MOST_CODES = 1 << 13;

  private final Map<String, Integer> jobs = new HashMap<>();
  private final Map<String, Integer> administrations = new HashMap<>();
  private final Map<LocalDate, Integer> days = new HashMap<>();
  private long[] keys = new long[1 << 12];
  private long[] prices = new long[1 << 12];
  private int size;

  /** The number of a job, for {@link #of}. */
  int job(String job) {
    return code(jobs, job);
  }

  /** The number of an administration, for {@link #of}. */
  int administration(String administration) {
    return code(administrations, administration);
  }

  /** The number of a day, for {@link #of}. */
  int day(LocalDate day) {
    return code(days, day);
  }

  private static <T> int code(Map<T, Integer> codes, T value) {
    int code = codes.computeIfAbsent(value, _ -> codes.size() + 1);
    if (code >= MOST_CODES) {
      throw new IllegalArgumentException("more than " + MOST_CODES + " different codes or days");
    }
    return code;
  }

  /** Adds a seat at a place; places count from 0. */
  void add(int place, Ambassador ambassador, long price) {
    for (int job : new int[] {job(ambassador.job()), ANY}) {
      for (int administration : new int[] {administration(ambassador.administration()), ANY}) {
        lower(key(place, job, administration, ANY), price);
        for (LocalDate day : ambassador.dates()) {
          lower(key(place, job, administration, day(day)), price);
        }
      }
    }
  }

  /** The least price, {@link #NO_SEAT} if there is none. */
  long of(int place, int job, int administration, int day) {
    int slot = slot(key(place, job, administration, day));
    return keys[slot] == 0 ? NO_SEAT : prices[slot];
  }

  private void lower(long key, long price) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      prices[slot] = price;
      size++;
      if (size * 2 > keys.length) {
        grow();
      }
    } else {
      prices[slot] = Math.min(prices[slot], price);
    }
  }

  private static long key(int place, int job, int administration, int day) {
    return (place + 1L) << 39 | (long) job << 26 | (long) administration << 13 | day;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & mask;
    while (keys[slot] != key && keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldPrices = prices;
    keys = new long[oldKeys.length * 2];
    prices = Arrays.copyOf(oldPrices, keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        prices[slot] = oldPrices[i];
      }
    }
  }
}
