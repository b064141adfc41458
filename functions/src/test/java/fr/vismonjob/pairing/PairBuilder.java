package fr.vismonjob.pairing;

import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A pair for tests: developers who meet on the event day. */
public final class PairBuilder {
  private final String id;
  private PersonInPair ambassador;
  private PersonInPair student;
  private PairStatus status = PairStatus.FORME;
  private LocalDate date = LocalDate.parse("2026-11-24");
  private List<String> reasons =
      List.of("Métier : Développement, premier choix.", "Lieu : 3 km entre les deux communes.");
  private List<LocalDate> proposed = List.of();
  private Optional<Role> proposedBy = Optional.empty();
  private String place = "Paris (Paris)";
  private long sequence;
  private CalendarIdentity calendar = CalendarIdentity.own();
  private Optional<Instant> calledOffAt = Optional.empty();
  private Optional<Instant> formedAt = Optional.of(Instant.parse("2026-11-10T06:00:10Z"));

  private PairBuilder(String id, PersonInPair ambassador, PersonInPair student) {
    this.id = id;
    this.ambassador = ambassador;
    this.student = student;
  }

  public static PairBuilder pair(String id, Registration ambassador, Registration student) {
    return new PairBuilder(id, PersonInPair.of(ambassador), PersonInPair.of(student));
  }

  public PairBuilder status(PairStatus value) {
    status = value;
    return this;
  }

  /** Made by a run, and not agreed to by the organisers. */
  public PairBuilder proposed() {
    formedAt = Optional.empty();
    return status(PairStatus.PROPOSE);
  }

  /** One of the two whose data is gone: only the key of their registration is left. */
  public PairBuilder erased(Role role) {
    if (role == Role.AMBASSADEUR) {
      ambassador = erased(ambassador);
    } else {
      student = erased(student);
    }
    return this;
  }

  /** One of the two has said whether the day took place. */
  public PairBuilder answered(Role role, boolean tookPlace) {
    return answered(role, feedback(tookPlace));
  }

  public PairBuilder answered(Role role, Feedback answer) {
    if (role == Role.AMBASSADEUR) {
      ambassador = ambassador.with(answer);
    } else {
      student = student.with(answer);
    }
    return this;
  }

  public static Feedback feedback(boolean tookPlace) {
    return new Feedback(
        tookPlace,
        tookPlace ? Optional.empty() : Optional.of(Feedback.Absent.BOTH),
        OptionalInt.empty(),
        "");
  }

  private static PersonInPair erased(PersonInPair person) {
    return new PersonInPair(person.registration(), "", "", person.toCall(), person.feedback());
  }

  public PairBuilder formedAt(String value) {
    formedAt = Optional.of(Instant.parse(value));
    return this;
  }

  public PairBuilder calledOffAt(String value) {
    status = PairStatus.ANNULE;
    calledOffAt = Optional.of(Instant.parse(value));
    return this;
  }

  public PairBuilder date(String value) {
    date = LocalDate.parse(value);
    return this;
  }

  public PairBuilder place(String value) {
    place = value;
    return this;
  }

  public PairBuilder reasons(String... values) {
    reasons = List.of(values);
    return this;
  }

  public PairBuilder sequence(long value) {
    sequence = value;
    return this;
  }

  /** How the pair's calendar entry is known; the UID of another pair's, or empty. */
  public PairBuilder calendar(String inherited, long ahead) {
    calendar = new CalendarIdentity(Optional.of(inherited).filter(uid -> !uid.isEmpty()), ahead);
    return this;
  }

  public PairBuilder proposal(Role by, String... days) {
    status = PairStatus.DATE_PROPOSEE;
    proposedBy = Optional.of(by);
    proposed = Stream.of(days).map(LocalDate::parse).toList();
    return this;
  }

  public Pair build() {
    return new Pair(
        id,
        "2026",
        ambassador,
        student,
        new Workplace("Développement", "Ministère de l’Intérieur", place, 3.2),
        new PairOrigin("2026/2026-11-10", formedAt, 100, reasons),
        new PairState(status, date, proposed, proposedBy, sequence, calledOffAt, calendar));
  }

  /** The pair as its table holds it. */
  public Map<String, AttributeValue> item() {
    return PairItem.content(build()).put(PairItem.ID, build().id()).attributes();
  }
}
