package fr.vismonjob.pairing;

import fr.vismonjob.form.Labelled;
import fr.vismonjob.identity.Fingerprint;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Place;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAction;
import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A person in the pool of a matching run: what the run needs to know, without name and address. */
public sealed interface Entrant {
  Standing standing();

  /**
   * Stands for the person's address, the same in both roles; whoever does not have the address
   * learns nothing from it.
   */
  String person();

  /** The person's days that are still to come, in order; empty if all have passed. */
  List<LocalDate> dates();

  /**
   * Which registration this is, and its state when the pool was read. A pair is recorded only if
   * the registration is still in that state.
   *
   * @param wishes a fingerprint of the answers that pairs are made of: a hand in the console
   *     changes these and no number
   * @param alone whether the person has no partner yet
   */
  record Standing(String registration, long number, long revision, String wishes, boolean alone) {
    private static final int BYTES = 8;

    static Standing of(Registration person) {
      return new Standing(
          person.id(),
          person.number(),
          person.revision(),
          Fingerprint.of(wishes(person), BYTES),
          person.pairs().isEmpty());
    }

    private static String wishes(Registration person) {
      List<Object> own =
          switch (person.details()) {
            case Details.Offer offer -> List.of(offer.job(), offer.administration());
            case Details.Wishes wishes ->
                List.of(
                    wishes.jobs(), wishes.anyJob(), wishes.administrations(), wishes.radiusKm());
          };
      return List.of(person.place(), person.dates(), own).toString();
    }

    /** Whether the person has stayed as the run read them, whatever partners came or went. */
    boolean isStill(Registration now) {
      Standing other = of(now);
      return number == other.number && revision == other.revision && wishes.equals(other.wishes);
    }
  }

  /** The place where the person lives or works, in words. */
  String place();

  double lat();

  double lon();

  /** An ambassador with room for {@code room} more students; none is left with 0. */
  record Host(
      Standing standing,
      String person,
      Labelled job,
      Labelled administration,
      String place,
      double lat,
      double lon,
      List<LocalDate> dates,
      int room)
      implements Entrant {
    public Host {
      dates = List.copyOf(dates);
    }
  }

  /** A student. Jobs and administrations are codes, the first wish first. */
  record Guest(
      Standing standing,
      String person,
      List<String> jobs,
      boolean anyJob,
      String place,
      double lat,
      double lon,
      int radiusKm,
      List<String> administrations,
      List<LocalDate> dates)
      implements Entrant {
    public Guest {
      jobs = List.copyOf(jobs);
      administrations = List.copyOf(administrations);
      dates = List.copyOf(dates);
    }
  }

  /**
   * The person as the run of that day sees them; empty if no partner can be found for them. Full
   * ambassadors are there as well, because students near them must be told so.
   *
   * @param person stands for the person's address
   */
  static Optional<Entrant> of(Registration registration, String person, LocalDate today) {
    boolean mayBeFull =
        registration.role() == Role.AMBASSADEUR && registration.can(RegistrationAction.PAIR);
    if (!registration.hasRoom() && !mayBeFull) {
      return Optional.empty();
    }
    Standing standing = Standing.of(registration);
    List<LocalDate> dates =
        registration.dates().stream().filter(date -> date.isAfter(today)).toList();
    Place place = registration.place();
    return Optional.of(
        switch (registration.details()) {
          case Details.Offer offer ->
              new Host(
                  standing,
                  person,
                  offer.job(),
                  offer.administration(),
                  place.inWords(),
                  place.lat(),
                  place.lon(),
                  dates,
                  registration.room());
          case Details.Wishes wishes ->
              new Guest(
                  standing,
                  person,
                  Labelled.codes(wishes.jobs()),
                  wishes.anyJob(),
                  place.inWords(),
                  place.lat(),
                  place.lon(),
                  wishes.radiusKm(),
                  Labelled.codes(wishes.administrations()),
                  dates);
        });
  }
}
