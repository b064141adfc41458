package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.MailTags;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true of all mails whenever a day is over. */
record SimulationMails(List<Item> mails, List<SesServer.Received> accepted) {
  private static final Set<String> OF_PAIR =
      Set.of("date-proposee", "date-convenue", "binome-annule", "relais-pris");
  private static final Set<String> OF_SEAT = Set.of("seance", "seance-annulee");

  void leaveOnce() {
    Map<String, Long> left =
        accepted.stream().collect(Collectors.groupingBy(MailTags::key, Collectors.counting()));
    left.forEach((key, times) -> assertEquals(1L, times, () -> "mailed twice: " + key));
    for (Item mail : mails) {
      String key = mail.required("envoi");
      switch (mail.required("statut")) {
        case "ENVOYE" -> assertTrue(left.containsKey(key), key);
        case "A_ENVOYER", "SANS_OBJET" -> assertTrue(!left.containsKey(key), key);
        default -> {}
      }
    }
  }

  void campaignsHaveLeft() {
    for (Item mail : mails) {
      assertTrue(
          !mail.required("depart").equals("CAMPAGNE")
              || !mail.required("statut").equals("A_ENVOYER"),
          () -> "still waits: " + mail.required("envoi"));
    }
  }

  /** The last part of such a key counts changes: no mail is there before its change. */
  void followChanges(List<Registration> people, List<Pair> pairs) {
    Map<String, Long> reached = new HashMap<>();
    for (Pair pair : pairs) {
      for (Role role : Role.values()) {
        String of = pair.side(role).registration() + "/" + pair.id();
        OF_PAIR.forEach(kind -> reached.put(kind + "/" + of, pair.state().sequence()));
        reached.put("accueil/" + of, pair.calendarSequence());
      }
    }
    for (Registration person : people) {
      OF_SEAT.forEach(
          kind ->
              reached.put(
                  kind + "/" + person.id() + "/" + person.number(),
                  person.state().calendarSequence()));
    }
    for (Item mail : mails) {
      String key = mail.required("envoi");
      int dash = Math.max(0, key.lastIndexOf('-'));
      Optional.ofNullable(reached.get(key.substring(0, dash)))
          .ifPresent(
              most ->
                  assertTrue(
                      Long.parseLong(key.substring(dash + 1)) <= most,
                      () -> "nothing has changed: " + key));
    }
  }
}
