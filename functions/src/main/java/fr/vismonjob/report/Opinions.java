package fr.vismonjob.report;

import fr.vismonjob.edition.PublicFigures;
import fr.vismonjob.pairing.Feedback;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.pairing.PersonInPair;
import fr.vismonjob.pairing.PersonalTraces;
import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What people say of their days: counts, mean marks, and comments without names. */
final class Opinions {
  private static final String FEW = "moins de 5";
  private static final String NONE = "–";

  /** The answers of ambassadors, of students, or of either about each day. */
  private static final class Count {
    private long asked;
    private long answered;
    private long held;
    private long notHeld;
    private long contradicted;
    private final Map<Feedback.Absent, Long> absent = new EnumMap<>(Feedback.Absent.class);
    private final IntSummaryStatistics marks = new IntSummaryStatistics();

    void addAbsent(Feedback.Absent who) {
      absent.merge(who, 1L, Long::sum);
    }

    long absent(Feedback.Absent who) {
      return absent.getOrDefault(who, 0L);
    }
  }

  private final LocalDate today;
  private final Count ambassadors = new Count();
  private final Count students = new Count();
  private final Count days = new Count();
  private final Set<String> comments = new TreeSet<>();
  private long commented;

  Opinions(LocalDate today) {
    this.today = today;
  }

  /**
   * Adds a pair that was not called off.
   *
   * @param traces what tells of its people, as far as they are known
   */
  void add(Pair pair, Collection<PersonalTraces> traces) {
    boolean isOver = pair.date().isBefore(today);
    add(ambassadors, pair.ambassador(), isOver);
    add(students, pair.student(), isOver);
    List<Feedback> answers =
        Stream.of(pair.ambassador(), pair.student())
            .flatMap(person -> person.feedback().stream())
            .toList();
    days.asked += isOver || !answers.isEmpty() ? 1 : 0;
    days.answered += answers.isEmpty() ? 0 : 1;
    days.held += pair.status() == PairStatus.REALISE ? 1 : 0;
    days.notHeld += pair.status() == PairStatus.NON_REALISE ? 1 : 0;
    days.contradicted += pair.status() == PairStatus.A_VERIFIER ? 1 : 0;
    absent(answers).ifPresent(days::addAbsent);
    for (Feedback answer : answers) {
      answer.mark().ifPresent(days.marks);
      if (!answer.comment().isBlank()) {
        commented++;
        comments.add(withoutNames(answer.comment(), traces));
      }
    }
  }

  private static void add(Count side, PersonInPair person, boolean isOver) {
    side.asked += isOver || person.feedback().isPresent() ? 1 : 0;
    person
        .feedback()
        .ifPresent(
            answer -> {
              side.answered++;
              side.held += answer.tookPlace() ? 1 : 0;
              side.notHeld += answer.tookPlace() ? 0 : 1;
              answer.absent().ifPresent(side::addAbsent);
              answer.mark().ifPresent(side.marks);
            });
  }

  /** Who did not come, by both answers together; empty if each says it was the other. */
  private static Optional<Feedback.Absent> absent(List<Feedback> answers) {
    EnumSet<Feedback.Absent> named = EnumSet.noneOf(Feedback.Absent.class);
    answers.forEach(answer -> answer.absent().ifPresent(named::add));
    if (named.contains(Feedback.Absent.BOTH)) {
      return Optional.of(Feedback.Absent.BOTH);
    }
    return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
  }

  private static String withoutNames(String comment, Collection<PersonalTraces> traces) {
    String text = PersonalTraces.withoutWaysToReach(comment);
    for (PersonalTraces person : traces) {
      text = person.redact(text);
    }
    return text.strip();
  }

  long daysHeld() {
    return days.held;
  }

  Optional<PublicFigures.Mean> mark() {
    return Optional.of(new PublicFigures.Mean(days.marks.getAverage(), days.marks.getCount()));
  }

  Sheet sheet() {
    List<List<String>> rows = new ArrayList<>();
    if (days.asked > 0) {
      rows.add(
          row(
              "Personnes interrogées, journées passées",
              ambassadors.asked,
              students.asked,
              days.asked));
      rows.add(row("Réponses", ambassadors.answered, students.answered, days.answered));
      rows.add(row("La journée a eu lieu", ambassadors.held, students.held, days.held));
      rows.add(
          row("La journée n’a pas eu lieu", ambassadors.notHeld, students.notHeld, days.notHeld));
      rows.add(List.of("Les deux se contredisent", NONE, NONE, Long.toString(days.contradicted)));
      for (Feedback.Absent who : Feedback.Absent.values()) {
        rows.add(row(words(who), ambassadors.absent(who), students.absent(who), days.absent(who)));
      }
      rows.add(
          row(
              "Notes données",
              ambassadors.marks.getCount(),
              students.marks.getCount(),
              days.marks.getCount()));
      rows.add(
          List.of(
              "Note moyenne, sur 5",
              mean(Role.AMBASSADEUR),
              mean(Role.ETUDIANT),
              mean(days.marks)));
    }
    return Sheet.of(
        "avis", List.of("Réponse", Survey.AMBASSADORS, Survey.STUDENTS, "Journées"), rows);
  }

  private static List<String> row(String name, long ambassadors, long students, long days) {
    return List.of(name, Long.toString(ambassadors), Long.toString(students), Long.toString(days));
  }

  private static String words(Feedback.Absent who) {
    return switch (who) {
      case AMBASSADOR -> "L’ambassadeur ou l’ambassadrice n’est pas venu";
      case STUDENT -> "L’étudiant ou l’étudiante n’est pas venu";
      case BOTH -> "Personne n’est venu";
    };
  }

  /** The other side's mean and the mean of all would tell that of a few. */
  private String mean(Role role) {
    boolean tellsOfFew =
        Stream.of(ambassadors, students)
            .anyMatch(side -> SmallGroups.isSmall(side.marks.getCount()));
    Count side = role == Role.AMBASSADEUR ? ambassadors : students;
    return tellsOfFew && side.marks.getCount() > 0 ? FEW : mean(side.marks);
  }

  private static String mean(IntSummaryStatistics marks) {
    return marks.getCount() == 0
        ? NONE
        : SmallGroups.isSmall(marks.getCount()) ? FEW : Equity.decimal(marks.getAverage());
  }

  /** In the order of the alphabet, so that it does not tell who wrote what; none if few wrote. */
  Sheet comments() {
    return Sheet.of(
        "commentaires",
        List.of("Commentaire"),
        commented < SmallGroups.LEAST ? List.of() : comments.stream().map(List::of).toList());
  }
}
