package fr.vismonjob.report;

import fr.vismonjob.pairing.HostsWanted;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Registration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where ambassadors are missing, and how many people of the same job in the same département have
 * only to confirm: a call to one of them may be quicker than recruiting.
 */
final class Recruiting {
  private static final List<String> COLUMNS =
      List.of("Places à trouver", "Places à confirmer", "Étudiants à confirmer");

  private final List<HostsWanted> wanted = new ArrayList<>();
  private final Map<Spot, long[]> toConfirm = new HashMap<>();

  private record Spot(String job, String departement) {
    boolean isOf(HostsWanted hosts) {
      return hosts.job().equals(job) && hosts.place().endsWith("(" + departement + ")");
    }
  }

  void add(HostsWanted hosts) {
    wanted.add(hosts);
  }

  /** Adds a person whose registration waits to be confirmed. */
  void add(Registration person) {
    String departement = person.place().departement();
    switch (person.details()) {
      case Details.Offer offer ->
          counts(new Spot(offer.job().label(), departement))[0] += offer.capacity();
      case Details.Wishes wishes ->
          wishes.jobs().stream()
              .limit(1)
              .forEach(job -> counts(new Spot(job.label(), departement))[1]++);
    }
  }

  private long[] counts(Spot spot) {
    return toConfirm.computeIfAbsent(spot, _ -> new long[2]);
  }

  /** Each person counts once, in the first row of their job and département. */
  Table table() {
    Map<Spot, long[]> left = new HashMap<>(toConfirm);
    return new Table(
        "recrutement",
        "Métier et lieu",
        COLUMNS,
        wanted.stream()
            .map(
                hosts -> {
                  Optional<Spot> spot =
                      left.keySet().stream().filter(other -> other.isOf(hosts)).findFirst();
                  long[] counts = spot.map(left::remove).orElseGet(() -> new long[2]);
                  return new Table.Row(
                      hosts.job() + ", " + hosts.place(),
                      Stream.of(hosts.seats(), counts[0], counts[1]).toList());
                })
            .toList());
  }
}
