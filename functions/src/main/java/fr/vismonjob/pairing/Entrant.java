package fr.vismonjob.pairing;

import fr.vismonjob.form.Labelled;
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
   * @param alone whether the person has no partner yet
   */
  record Standing(String registration, long number, long revision, boolean alone) {}

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
    Standing standing =
        new Standing(
            registration.id(),
            registration.number(),
            registration.revision(),
            registration.pairs().isEmpty());
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
                  Math.max(0, offer.capacity() - registration.pairs().size()));
          case Details.Wishes wishes ->
              new Guest(
                  standing,
                  person,
                  codes(wishes.jobs()),
                  wishes.anyJob(),
                  place.inWords(),
                  place.lat(),
                  place.lon(),
                  wishes.radiusKm(),
                  codes(wishes.administrations()),
                  dates);
        });
  }

  private static List<String> codes(List<Labelled> all) {
    return all.stream().map(Labelled::code).toList();
  }
}
