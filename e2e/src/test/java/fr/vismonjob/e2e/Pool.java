package fr.vismonjob.e2e;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.matching.Ambassador;
import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.matching.Student;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who can be paired on a day, read from the tables as they stand before the run. */
record Pool(CurrentEdition edition, LocalDate today, List<Row> registrations, List<Row> pairs) {

  static Pool of(Tables tables, CurrentEdition edition, LocalDate today) {
    return new Pool(
        edition,
        today,
        tables.registrations().stream().filter(row -> isOf(edition, row)).toList(),
        tables.pairs().stream().filter(row -> isOf(edition, row)).toList());
  }

  private static boolean isOf(CurrentEdition edition, Row row) {
    return row.text("edition").equals(edition.key());
  }

  /** Only those who live or work under a postal code. */
  Pool at(String postalCode) {
    List<Row> here =
        registrations.stream().filter(r -> r.text("code_postal").equals(postalCode)).toList();
    return new Pool(edition, today, here, pairs);
  }

  /** As the engine takes it, but without the students and the seats of pairs made before. */
  Instance instanceWithoutTheSettled() {
    Instance all = instance();
    List<Student> students =
        all.students().stream()
            .filter(s -> all.frozen().stream().noneMatch(p -> p.student().equals(s.id())))
            .toList();
    List<Ambassador> ambassadors =
        all.ambassadors().stream().flatMap(a -> withFreeSeats(a, all.frozen())).toList();
    return new Instance(
        students, ambassadors, List.of(), all.blocked(), all.eventDay(), all.seed());
  }

  private static Stream<Ambassador> withFreeSeats(Ambassador a, List<PairIds> frozen) {
    long taken = frozen.stream().filter(pair -> pair.ambassador().equals(a.id())).count();
    int free = a.capacity() - Math.toIntExact(taken);
    return free == 0
        ? Stream.of()
        : Stream.of(
            new Ambassador(a.id(), a.job(), a.lat(), a.lon(), a.administration(), a.dates(), free));
  }

  /** The same as the engine takes it. */
  Instance instance() {
    List<Student> students = active("ETUDIANT").stream().map(this::student).toList();
    List<Ambassador> ambassadors = active("AMBASSADEUR").stream().map(this::ambassador).toList();
    Set<String> known = new HashSet<>();
    students.forEach(student -> known.add(student.id()));
    ambassadors.forEach(ambassador -> known.add(ambassador.id()));
    return new Instance(
        students,
        ambassadors,
        ids(false).stream()
            .filter(pair -> known.contains(pair.student()) && known.contains(pair.ambassador()))
            .toList(),
        ids(true),
        edition.day(),
        edition.row().number("graine"));
  }

  private List<PairIds> ids(boolean cancelled) {
    return pairs.stream()
        .filter(pair -> pair.text("statut").equals("ANNULE") == cancelled)
        .map(p -> new PairIds(p.text("etudiant_inscription"), p.text("ambassadeur_inscription")))
        .toList();
  }

  /** The confirmed of a role who can still come on a day after today. */
  private List<Row> active(String role) {
    return registrations.stream()
        .filter(row -> row.text("role").equals(role))
        .filter(row -> Set.of("CONFIRMEE", "APPARIEE").contains(row.text("statut")))
        .filter(row -> !daysToCome(row).isEmpty())
        .toList();
  }

  private List<LocalDate> daysToCome(Row row) {
    return row.list("dates").stream()
        .map(LocalDate::parse)
        .filter(day -> day.isAfter(today))
        .toList();
  }

  private Student student(Row row) {
    return new Student(
        row.text("inscription"),
        row.list("metiers_codes"),
        row.flag("tout_metier"),
        row.decimal("latitude"),
        row.decimal("longitude"),
        row.number("rayon_km"),
        row.list("administrations_codes"),
        daysToCome(row));
  }

  private Ambassador ambassador(Row row) {
    return new Ambassador(
        row.text("inscription"),
        row.text("metier_code"),
        row.decimal("latitude"),
        row.decimal("longitude"),
        row.text("administration_code"),
        daysToCome(row),
        row.number("capacite"));
  }
}
