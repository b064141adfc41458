package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a day that nobody disturbs must have queued by its end, or queued on a day before. */
record SimulationDues(
    LocalDate day, List<Registration> people, List<Pair> pairs, Set<String> keys) {
  private static final LocalDate REGISTRATION_ENDS = LocalDate.parse("2026-11-13");

  static SimulationDues of(
      LocalDate day, List<Registration> people, List<Pair> pairs, List<Item> mails) {
    return new SimulationDues(
        day,
        people,
        pairs,
        mails.stream().map(mail -> mail.required("envoi")).collect(Collectors.toSet()));
  }

  void areQueued() {
    people.forEach(this::ofPerson);
    pairs.forEach(this::ofPair);
  }

  private void ofPerson(Registration person) {
    String number = person.id() + "/" + person.number();
    if (person.isActive()) {
      assertTrue(
          Stream.of("confirmee", "coaching").anyMatch(kind -> keys.contains(kind + "/" + number))
              || keys.stream().anyMatch(key -> key.startsWith("relais-pris/" + person.id())),
          () -> "confirmed in silence: " + person.id());
    }
    if (person.status() == Status.A_CONFIRMER) {
      LocalDate since = FrenchDates.dayOf(person.registeredAt());
      if (!day.isAfter(REGISTRATION_ENDS) && !since.plusDays(3).isAfter(day)) {
        isQueued("relance/" + number);
      }
      assertTrue(since.plusDays(30).isAfter(day), () -> "never confirmed: " + person.id());
    }
    person
        .seat()
        .filter(seat -> person.isActive() && seat.startsWith(day.plusDays(1).toString()))
        .ifPresent(seat -> isQueued("rappel-seance/" + number + "-" + seat));
  }

  private void ofPair(Pair pair) {
    long ahead = ChronoUnit.DAYS.between(day, pair.date());
    boolean isNews = pair.formedOn().filter(told -> !told.plusDays(2).isBefore(day)).isPresent();
    for (Role role : Role.values()) {
      String whose = pair.side(role).registration();
      if (people.stream()
          .anyMatch(person -> person.id().equals(whose) && person.pairs().contains(pair.id()))) {
        String key = "/" + whose + "/" + pair.id() + "/" + pair.date();
        if (pair.isOn() && ahead == 1) {
          isQueued("rappel-j1" + key);
        }
        if (pair.isOn() && ahead >= 3 && ahead <= 7 && !isNews) {
          isQueued("rappel-j7" + key);
        }
        if (pair.status() != PairStatus.ANNULE
            && ahead <= -1
            && ahead >= -7
            && pair.side(role).feedback().isEmpty()) {
          isQueued("avis" + key);
        }
      }
    }
  }

  private void isQueued(String key) {
    assertTrue(keys.contains(key), () -> "not queued on " + day + ": " + key);
  }
}
