package fr.vismonjob.pairing;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.matching.Ambassador;
import fr.vismonjob.matching.Matcher;
import fr.vismonjob.matching.ReasonWords;
import fr.vismonjob.matching.Student;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Place;
import fr.vismonjob.registration.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pair by which a student's day goes on with a colleague of the ambassador: for the same day,
 * with reasons that are true for these two.
 */
final class RelayedPair {
  /** The first reason; it names nobody, since it outlives everybody's data. */
  private static final String RELAY =
      "Relais : l’accueil est repris d’un premier binôme, à la même date.";

  private RelayedPair() {}

  static Pair of(
      String id,
      Pair cancelled,
      Registration colleague,
      Registration student,
      Edition edition,
      Instant now) {
    if (!(colleague.details() instanceof Details.Offer offer)
        || !(student.details() instanceof Details.Wishes wishes)) {
      throw new IllegalArgumentException("pair " + id + " is not of an ambassador and a student");
    }
    List<LocalDate> day = List.of(cancelled.date());
    Place home = student.place();
    Place work = colleague.place();
    fr.vismonjob.matching.Pair scored =
        Matcher.imposed(
                new Student(
                    student.id(),
                    Labelled.codes(wishes.jobs()),
                    wishes.anyJob(),
                    home.lat(),
                    home.lon(),
                    wishes.radiusKm(),
                    Labelled.codes(wishes.administrations()),
                    day),
                new Ambassador(
                    colleague.id(),
                    offer.job().code(),
                    work.lat(),
                    work.lon(),
                    offer.administration().code(),
                    day,
                    1),
                edition.day())
            .orElseThrow();
    List<String> reasons =
        ReasonWords.sentences(
            scored.reasons(), offer.job().label(), offer.administration().label());
    return Pair.of(
        id,
        colleague,
        student,
        scored.distanceKm(),
        new PairOrigin(
            "relais/" + cancelled.id(),
            Optional.of(now),
            scored.score(),
            Stream.concat(Stream.of(RELAY), reasons.stream()).toList()),
        PairMoves.handedOn(cancelled));
  }
}
