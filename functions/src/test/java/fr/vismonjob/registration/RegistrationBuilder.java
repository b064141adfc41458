package fr.vismonjob.registration;

import fr.vismonjob.form.Labelled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A confirmed registration for tests: a developer in Paris or a student there who wishes to meet
 * one.
 */
public final class RegistrationBuilder {
  private static final Place PARIS =
      new Place("75007", "75107", "Paris", "75", "Paris", 48.8567, 2.3122);

  private final String id;
  private String edition = "2026";
  private Status status = Status.CONFIRMEE;
  private long number = 1;
  private long revision = 1;
  private Place place = PARIS;
  private List<LocalDate> dates = List.of(LocalDate.parse("2026-11-24"));
  private Instant registeredAt = Instant.parse("2026-10-01T08:00:00Z");
  private Optional<String> seat = Optional.empty();
  private long calendarSequence;
  private int handedOn;
  private List<String> pairs = List.of();
  private List<String> partners = List.of();
  private Reachability reachability = Reachability.GOOD;
  private Optional<String> unpairedBecause = Optional.empty();
  private Details details;
  private Optional<Instant> withdrawnAt = Optional.empty();

  private RegistrationBuilder(String name, Details details) {
    this.id = id(name);
    this.details = details;
    this.person =
        named(name, "Martin", name.toLowerCase(java.util.Locale.ROOT) + "@example.gouv.fr");
  }

  /** A person who answers nothing that may be left out. */
  public static Person named(String firstName, String lastName, String address) {
    return named(firstName, lastName, address, "");
  }

  public static Person named(String firstName, String lastName, String address, String phone) {
    return new Person(firstName, lastName, address, phone, "");
  }

  private List<String> neverWith = List.of();
  private Imposed imposed = Imposed.NOBODY;
  private Welcome welcome = Welcome.NONE;
  private Person person;

  /** An id that looks as the real ones do: 32 hexadecimal digits. */
  public static String id(String name) {
    return "%032x"
        .formatted(
            new java.math.BigInteger(1, name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  public static RegistrationBuilder ambassador(String name) {
    return new RegistrationBuilder(
        name,
        new Details.Offer(
            new Labelled("interieur", "Ministère de l’Intérieur"),
            "Direction du numérique",
            new Labelled("centrale", "Administration centrale"),
            new Labelled("developpement", "Développement"),
            "Développeuse",
            "",
            1));
  }

  /**
   * An offer for texts and pages that show all of it.
   *
   * @param text what stands wherever somebody could type freely, made of an ordinary text
   */
  public static Details.Offer offer(UnaryOperator<String> text, Labelled level, int capacity) {
    return new Details.Offer(
        new Labelled("interieur", "Ministère de l’Intérieur"),
        text.apply("Direction du numérique"),
        level,
        new Labelled("developpement", "Développement"),
        text.apply("Développeuse d’applications"),
        text.apply("Une matinée avec l’équipe, puis la visite du centre de données."),
        capacity);
  }

  public static RegistrationBuilder student(String name) {
    return new RegistrationBuilder(
        name,
        new Details.Wishes(
            "Université de Paris",
            new Labelled("bac+3", "Bac + 3"),
            List.of(new Labelled("developpement", "Développement")),
            false,
            List.of(),
            50));
  }

  public RegistrationBuilder edition(String value) {
    edition = value;
    return this;
  }

  public RegistrationBuilder status(Status value) {
    status = value;
    return this;
  }

  public RegistrationBuilder number(long value) {
    number = value;
    return this;
  }

  public RegistrationBuilder revision(long value) {
    revision = value;
    return this;
  }

  public RegistrationBuilder place(String commune, String departement, double lat, double lon) {
    return place(commune, "00", departement, lat, lon);
  }

  public RegistrationBuilder place(
      String commune, String code, String departement, double lat, double lon) {
    place = new Place("00000", "00000", commune, code, departement, lat, lon);
    return this;
  }

  public RegistrationBuilder dates(String... values) {
    dates = Stream.of(values).map(LocalDate::parse).toList();
    return this;
  }

  public RegistrationBuilder registeredAt(String value) {
    registeredAt = Instant.parse(value);
    return this;
  }

  public RegistrationBuilder withdrawnAt(String value) {
    status = Status.RETIREE;
    withdrawnAt = Optional.of(Instant.parse(value));
    return this;
  }

  public RegistrationBuilder pairedWith(String pair, String partner) {
    pairs = Stream.concat(pairs.stream(), Stream.of(pair)).toList();
    partners = Stream.concat(partners.stream(), Stream.of(partner)).toList();
    status = Status.APPARIEE;
    return this;
  }

  public RegistrationBuilder person(Person value) {
    person = value;
    return this;
  }

  public RegistrationBuilder details(Details value) {
    details = value;
    return this;
  }

  /** A coaching seat and the SEQUENCE of the latest calendar entry about it. */
  public RegistrationBuilder seat(String slot, long sequence) {
    seat = Optional.of(slot);
    calendarSequence = sequence;
    return this;
  }

  /** An organiser does not want to see the two paired. */
  public RegistrationBuilder neverWith(String... others) {
    neverWith = Stream.of(others).map(RegistrationBuilder::id).toList();
    return this;
  }

  /** An organiser wants the next run to pair the two. */
  public RegistrationBuilder imposed(String... others) {
    imposed =
        new Imposed(Stream.of(others).map(RegistrationBuilder::id).toList(), Optional.empty());
    return this;
  }

  /** An ambassador says where and how people are received; hours such as {@code 09:30}. */
  public RegistrationBuilder welcome(
      String address, String instructions, String arrival, String departure) {
    welcome =
        new Welcome(address, instructions, LocalTime.parse(arrival), LocalTime.parse(departure));
    return this;
  }

  public RegistrationBuilder welcome(Welcome value) {
    welcome = value;
    return this;
  }

  /** The latest run has left the person over. */
  public RegistrationBuilder unpaired(String because) {
    unpairedBecause = Optional.of(because);
    return this;
  }

  /** Nothing is sent to the person any more, and an organiser should call. */
  public RegistrationBuilder unreachable(String why) {
    reachability = new Reachability(Optional.of(why), Optional.of("Rejeté\u00a0: " + why + "."));
    return this;
  }

  /** Places that an ambassador has handed on to colleagues. */
  public RegistrationBuilder handedOn(int value) {
    handedOn = value;
    return this;
  }

  public RegistrationBuilder capacity(int value) {
    Details.Offer o = (Details.Offer) details;
    details =
        new Details.Offer(
            o.administration(),
            o.service(),
            o.level(),
            o.job(),
            o.title(),
            o.presentation(),
            value);
    return this;
  }

  /** An ambassador's job, or a student's first and only wish. */
  public RegistrationBuilder job(String code, String label) {
    Labelled job = new Labelled(code, label);
    details =
        switch (details) {
          case Details.Offer o ->
              new Details.Offer(
                  o.administration(),
                  o.service(),
                  o.level(),
                  job,
                  o.title(),
                  o.presentation(),
                  o.capacity());
          case Details.Wishes w ->
              new Details.Wishes(
                  w.school(),
                  w.level(),
                  List.of(job),
                  w.anyJob(),
                  w.administrations(),
                  w.radiusKm());
        };
    return this;
  }

  public Registration build() {
    return new Registration(
        id,
        edition,
        number,
        number,
        revision,
        registeredAt,
        Consents.registering(person.needs(), registeredAt),
        new RegistrationAnswers(person, place, dates, details),
        new RegistrationState(
            status, seat, calendarSequence, pairs, partners, withdrawnAt, handedOn),
        reachability,
        unpairedBecause,
        neverWith,
        imposed,
        welcome);
  }

  /** The registration as its table holds it. */
  public Map<String, AttributeValue> item() {
    return RegistrationItem.write(build()).attributes();
  }
}
