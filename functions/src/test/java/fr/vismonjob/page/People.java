package fr.vismonjob.page;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.pairing.CalendarIdentity;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairOrigin;
import fr.vismonjob.pairing.PairState;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.pairing.PersonInPair;
import fr.vismonjob.pairing.Workplace;
import fr.vismonjob.registration.Consents;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Imposed;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Place;
import fr.vismonjob.registration.Reachability;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.RegistrationState;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import fr.vismonjob.registration.Welcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * An edition, an ambassador, a student and their pair, for pages to show.
 *
 * @param text what stands wherever somebody could type freely: the ordinary text itself, or
 *     something hostile
 */
record People(UnaryOperator<String> text) {
  static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  static final SecretLink LINK =
      new SecretLink("0123456789abcdef0123456789abcdef", "ABCDEFGHIJKLMNOPQRSTUV");

  static final Edition EDITION = EditionBuilder.edition().build();

  Registration ambassador(Status status) {
    return registration(
        status,
        new Person(
            text.apply("Camille"),
            text.apply("Durand"),
            text.apply("camille.durand@exemple.gouv.fr"),
            "06 12 34 56 78",
            ""),
        RegistrationBuilder.offer(text, new Labelled("deconcentre", "Service déconcentré"), 2));
  }

  Registration student(Status status) {
    return registration(
        status,
        new Person(
            text.apply("Sacha"),
            text.apply("Martin"),
            text.apply("sacha.martin@exemple.fr"),
            "",
            text.apply("Accès en fauteuil roulant.")),
        new Details.Wishes(
            text.apply("Université de Rennes"),
            new Labelled("bac+3", "Bac +3"),
            List.of(
                new Labelled("developpement", "Développement"), new Labelled("donnees", "Données")),
            true,
            List.of(),
            50));
  }

  private static Registration registration(Status status, Person person, Details details) {
    return new Registration(
        LINK.id(),
        EDITION.id(),
        1,
        1,
        1,
        Instant.parse("2026-10-01T08:00:00Z"),
        Consents.NONE,
        new RegistrationAnswers(
            person,
            new Place("35000", "35238", "Rennes", "35", "Ille-et-Vilaine", 48.11, -1.68),
            List.of(DAY, DAY.plusDays(1), DAY.plusDays(2)),
            details),
        new RegistrationState(
            status, Optional.empty(), 0, List.of(), List.of(), Optional.empty(), 0),
        Reachability.GOOD,
        Optional.empty(),
        List.of(),
        Imposed.NOBODY,
        Welcome.NONE);
  }

  /** The same ambassador, who has said where and how people are received. */
  Registration receiving(Registration ambassador) {
    return with(
        ambassador,
        ambassador.state(),
        ambassador.reachability(),
        new Welcome(
            text.apply("Cité administrative, bâtiment C\n12 rue du Port"),
            text.apply("Pièce d’identité à l’accueil, demandez le pôle Ouest."),
            LocalTime.of(9, 30),
            LocalTime.of(16, 45)));
  }

  /** The same person after a mail was rejected. */
  static Registration unreachable(Registration registration) {
    return with(
        registration,
        registration.state(),
        new Reachability(Optional.of("l’adresse n’existe pas"), Optional.empty()),
        registration.welcome());
  }

  /** The same person in a pair, with a coaching seat if an ambassador. */
  static Registration paired(Registration registration, String partner) {
    return with(
        registration,
        new RegistrationState(
            Status.APPARIEE,
            registration.role() == Role.AMBASSADEUR ? Optional.of("seance-2") : Optional.empty(),
            registration.state().calendarSequence(),
            List.of("binome-1"),
            List.of(partner),
            Optional.empty(),
            0),
        registration.reachability(),
        registration.welcome());
  }

  private static Registration with(
      Registration of, RegistrationState state, Reachability reachability, Welcome welcome) {
    return new Registration(
        of.id(),
        of.edition(),
        of.number(),
        of.linkNumber(),
        of.revision(),
        of.registeredAt(),
        of.consents(),
        of.answers(),
        state,
        reachability,
        of.unpairedBecause(),
        of.neverWith(),
        of.imposed(),
        welcome);
  }

  Pair pair(String id, PairStatus status, Optional<Role> proposedBy) {
    return new Pair(
        id,
        EDITION.id(),
        PersonInPair.of(ambassador(Status.APPARIEE)),
        PersonInPair.of(student(Status.APPARIEE)),
        new Workplace(
            "Développement", "Ministère de l’Intérieur", "Rennes (Ille-et-Vilaine)", 12.4),
        new PairOrigin(
            "2026-11-02",
            Optional.of(Instant.parse("2026-11-02T07:00:00Z")),
            90,
            List.of(
                text.apply("Le métier est le premier vœu : Développement."),
                "Le lieu est à 12 km.",
                "Le jour de l’événement convient aux deux.")),
        new PairState(
            status,
            DAY,
            proposedBy.isPresent() ? List.of(DAY.plusDays(1), DAY.plusDays(3)) : List.of(),
            proposedBy,
            1,
            Optional.empty(),
            new CalendarIdentity(Optional.empty(), 0)));
  }

  List<CoachingSlot> slots() {
    return List.of(
        slot("seance-1", "2026-11-03T10:00:00+01:00", 0),
        slot("seance-2", "2026-11-05T14:00:00+01:00", 1),
        slot("seance-3", "2026-11-10T09:30:00+01:00", 7));
  }

  private static CoachingSlot slot(String id, String start, int seatsLeft) {
    OffsetDateTime from = OffsetDateTime.parse(start);
    return new CoachingSlot(
        id,
        EDITION.id(),
        from,
        from.plusHours(1),
        10,
        "https://visio.exemple.gouv.fr/coaching",
        IntStream.range(seatsLeft, 10).mapToObj(i -> "ambassadeur-" + i).toList());
  }
}
