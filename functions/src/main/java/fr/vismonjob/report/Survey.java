package fr.vismonjob.report;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.edition.PublicFigures;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.mail.MailLedger.LostMail;
import fr.vismonjob.pairing.HostsWanted;
import fr.vismonjob.pairing.ImposedCosts;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.pairing.PersonalTraces;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Place;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts an edition for its organisers. Takes people and pairs as they are read. Nothing of it
 * identifies a person.
 */
final class Survey {
  static final String AMBASSADORS = "Ambassadeurs";
  static final String STUDENTS = "Étudiants";
  static final String SEATS = "Places offertes";
  static final String FIRST_WISHES = "Premiers vœux";
  static final String PAIRS = "Binômes";
  static final String TAKEN = "Réservées";
  static final String ROWS = "Lignes à corriger";

  private static final String NO_PREFERENCE = "Sans préférence";
  private static final String UNKNOWN = "Non connu";
  private static final String OTHER = "Hors des vœux";
  private static final List<String> RANKS = List.of("1er vœu", "2e vœu", "3e vœu");

  /** The lowest score of each row. */
  private static final List<Integer> SCORES = List.of(100, 80, 60, 40, 0);

  /** The longest distance of each row, in kilometres; one more row is for those beyond. */
  private static final List<Integer> DISTANCES = List.of(5, 15, 30, 60, 120);

  private final Map<String, Registration> people = new HashMap<>();
  private final Set<String> meetings = new HashSet<>();
  private final List<String> keptApart = new ArrayList<>();
  private final List<UnreadableRow> unreadable = new ArrayList<>();
  private final Map<String, String> departementCodes = new HashMap<>();
  final EditionFigures figures;
  final Equity equity = new Equity();
  final Opinions opinions;
  final ImposedCosts imposed;
  final Tally days = new Tally("inscriptions", "Jour", AMBASSADORS, STUDENTS);
  final Tally jobs =
      new Tally("metiers", "Métier", SEATS, FIRST_WISHES, "Vœux de tous rangs", PAIRS);
  final Tally departements =
      new Tally("departements", "Département", AMBASSADORS, SEATS, STUDENTS, PAIRS);
  final Tally regions = new Tally("regions", "Région", AMBASSADORS, SEATS, STUDENTS, PAIRS);
  final Tally administrations =
      new Tally("administrations", "Administration", AMBASSADORS, FIRST_WISHES, PAIRS);
  final Tally statuses =
      new Tally("etats", "État", PAIRS)
          .withRows(
              "Formés",
              "Autre date en discussion",
              "Réalisés",
              "Non réalisés",
              "À vérifier",
              "Annulés");
  final Tally scores =
      new Tally("scores", "Score", PAIRS)
          .withRows(SCORES.stream().map(Survey::scoreRow).toArray(String[]::new));
  final Tally ranks =
      new Tally("rangs", "Vœu exaucé", "Métier", "Administration")
          .withRows(RANKS.toArray(String[]::new))
          .withRows(OTHER, NO_PREFERENCE);
  final Tally distances =
      new Tally("distances", "Distance", PAIRS)
          .withRows(DISTANCES.stream().map(Survey::distanceRow).toArray(String[]::new))
          .withRows(distanceRow(Double.MAX_VALUE));
  final Tally unpaired = new Tally("sans-binome", "Cause", AMBASSADORS, STUDENTS);
  final Recruiting recruiting = new Recruiting();
  final Tally coaching = new Tally("coaching", "Séance", "Places", TAKEN);
  final Tally toCorrect = new Tally("a-corriger", "Clé et attribut", ROWS);
  final Tally mails =
      new Tally(
          "mails",
          "Mail",
          "Non partis",
          "Rejets temporaires",
          "Rejets définitifs",
          "Signalés indésirables");

  /**
   * @param since the moment of the last report
   */
  Survey(Instant since, LocalDate today, ImposedCosts imposed) {
    this.imposed = imposed;
    figures = new EditionFigures(since);
    opinions = new Opinions(today);
  }

  void add(UnreadableRow row) {
    unreadable.add(row);
    toCorrect.add(row.row() + ", " + row.attribute(), ROWS);
  }

  /** The rows that are left out of all counts because they cannot be read. */
  List<UnreadableRow> unreadable() {
    return List.copyOf(unreadable);
  }

  void add(Registration person) {
    figures.add(person);
    String role = columnOf(person);
    days.add(FrenchDates.dayOf(person.registeredAt()).toString(), role);
    String departement = departement(person.place());
    people.put(person.id(), person);
    if (person.status() == Status.A_CONFIRMER) {
      recruiting.add(person);
    }
    if (!person.isActive()) {
      return;
    }
    keptApart.addAll(person.neverWith());
    departementCodes.put(departement, person.place().departementCode());
    String region = Regions.of(person.place().departementCode());
    departements.add(departement, role);
    regions.add(region, role);
    equity.add(person);
    switch (person.details()) {
      case Details.Offer offer -> {
        jobs.add(offer.job().label(), SEATS, offer.capacity());
        departements.add(departement, SEATS, offer.capacity());
        regions.add(region, SEATS, offer.capacity());
        administrations.add(offer.administration().label(), AMBASSADORS);
      }
      case Details.Wishes wishes -> {
        wishes.jobs().stream().limit(1).forEach(job -> jobs.add(job.label(), FIRST_WISHES));
        wishes.jobs().forEach(job -> jobs.add(job.label(), "Vœux de tous rangs"));
        administrations.add(
            wishes.administrations().stream()
                .map(Labelled::label)
                .findFirst()
                .orElse(NO_PREFERENCE),
            FIRST_WISHES);
      }
    }
    if (person.pairs().isEmpty() && !person.hasHandedOnAll()) {
      unpaired.add(person.unpairedBecause().orElse("pas encore cherché"), role);
    }
  }

  /** Adds a pair; all people must have been added before. */
  void add(Pair pair) {
    figures.add(pair);
    // A colleague who takes a pair over goes on with its calendar entry.
    meetings.add(pair.calendarUid());
    statuses.add(status(pair.status()), PAIRS);
    Optional<Registration> ambassador = person(pair, Role.AMBASSADEUR);
    Optional<Registration> student = person(pair, Role.ETUDIANT);
    if (pair.status() == PairStatus.ANNULE) {
      return;
    }
    jobs.add(pair.workplace().job(), PAIRS);
    administrations.add(pair.workplace().administration(), PAIRS);
    ambassador
        .map(Registration::place)
        .ifPresent(
            place -> {
              departements.add(departement(place), PAIRS);
              regions.add(Regions.of(place.departementCode()), PAIRS);
            });
    scores.add(scoreRow(pair.origin().score()), PAIRS);
    distances.add(distanceRow(pair.workplace().distanceKm()), PAIRS);
    Optional<Details.Wishes> wishes =
        student
            .map(Registration::details)
            .filter(Details.Wishes.class::isInstance)
            .map(Details.Wishes.class::cast);
    ranks.add(wishes.map(w -> rank(w.jobs(), pair.workplace().job())).orElse(UNKNOWN), "Métier");
    ranks.add(
        wishes
            .map(w -> rank(w.administrations(), pair.workplace().administration()))
            .orElse(UNKNOWN),
        "Administration");
    int rank = wishes.map(w -> place(w.jobs(), pair.workplace().job())).orElse(-1);
    people(ambassador, student).forEach(person -> equity.add(person, pair, rank));
    if (pair.ambassador().feedback().isPresent() || pair.student().feedback().isPresent()) {
      opinions.add(pair, people(ambassador, student).map(PersonalTraces::of).toList());
    } else {
      opinions.add(pair, List.of());
    }
  }

  /** What may be told to everybody. */
  PublicFigures publicFigures() {
    Map<String, Long> counts = figures.counts();
    return PublicFigures.of(
        counts.getOrDefault("ambassadeurs", 0L),
        counts.getOrDefault("etudiants", 0L),
        meetings.size(),
        opinions.daysHeld(),
        opinions.mark());
  }

  void add(HostsWanted hosts) {
    recruiting.add(hosts);
  }

  void add(CoachingSlot slot) {
    String hours = FrenchDates.hours(slot.start(), slot.end());
    coaching.add(hours, "Places", slot.seats());
    coaching.add(hours, TAKEN, slot.seatsTaken());
  }

  void add(LostMail mail) {
    figures.add(mail);
    mails.add(
        mail.kind().code(),
        mail.gravity()
            .map(
                gravity ->
                    switch (gravity) {
                      case TEMPORAIRE -> "Rejets temporaires";
                      case DEFINITIF -> "Rejets définitifs";
                      case PLAINTE -> "Signalés indésirables";
                    })
            .orElse("Non partis"));
  }

  /**
   * How many keys in {@code jamais_avec} belong to nobody of the edition; all people must have been
   * added before.
   */
  long unknownKeys() {
    return keptApart.stream().filter(key -> !knows(key)).count();
  }

  boolean knows(String registration) {
    return people.containsKey(registration);
  }

  /** The official code of a row of {@link #departements}. */
  String departementCode(String row) {
    return departementCodes.getOrDefault(row, "");
  }

  private static Stream<Registration> people(
      Optional<Registration> ambassador, Optional<Registration> student) {
    return Stream.of(ambassador, student).flatMap(Optional::stream);
  }

  private Optional<Registration> person(Pair pair, Role role) {
    return Optional.ofNullable(people.get(pair.side(role).registration()));
  }

  private static String columnOf(Registration person) {
    return person.role() == Role.AMBASSADEUR ? AMBASSADORS : STUDENTS;
  }

  /** The département with its code first, so that rows sort by code. */
  private static String departement(Place place) {
    return place.departementCode() + " " + place.departement();
  }

  static String status(PairStatus status) {
    return switch (status) {
      case PROPOSE -> throw new IllegalArgumentException("a proposal is no pair to count");
      case FORME -> "Formés";
      case DATE_PROPOSEE -> "Autre date en discussion";
      case ANNULE -> "Annulés";
      case REALISE -> "Réalisés";
      case NON_REALISE -> "Non réalisés";
      case A_VERIFIER -> "À vérifier";
    };
  }

  private static String scoreRow(int score) {
    int lowest = SCORES.stream().filter(from -> from <= score).findFirst().orElse(0);
    return switch (lowest) {
      case 100 -> "100";
      case 0 -> "Moins de 40";
      default -> lowest + " à " + (lowest + 19);
    };
  }

  private static String distanceRow(double km) {
    return DISTANCES.stream()
        .filter(most -> km <= most)
        .findFirst()
        .map(most -> most + " km au plus")
        .orElse("Plus de " + DISTANCES.getLast() + " km");
  }

  private static String rank(List<Labelled> wishes, String got) {
    if (wishes.isEmpty()) {
      return NO_PREFERENCE;
    }
    int rank = place(wishes, got);
    return rank < 0 || rank >= RANKS.size() ? OTHER : RANKS.get(rank);
  }

  /** Which of the wishes somebody got, from 0; below 0 if none. */
  private static int place(List<Labelled> wishes, String got) {
    return wishes.stream().map(Labelled::label).toList().indexOf(got);
  }
}
