package fr.vismonjob.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How many mails an address may still get because somebody typed it into a form, which anybody can
 * do: three in any hour.
 *
 * @param address keyed hash of the address
 * @param sent times at which such mails were queued in the last hour, oldest first
 */
public record Allowance(String address, List<Instant> sent) {
  static final Duration PERIOD = Duration.ofHours(1);
  private static final int MOST = 3;

  public Allowance {
    sent = List.copyOf(sent);
  }

  public boolean allowsOne(Instant now) {
    return recent(now).size() < MOST;
  }

  public Allowance withOne(Instant now) {
    List<Instant> all = new ArrayList<>(recent(now));
    all.add(now);
    return new Allowance(address, all);
  }

  private List<Instant> recent(Instant now) {
    return sent.stream().filter(instant -> instant.plus(PERIOD).isAfter(now)).toList();
  }
}
