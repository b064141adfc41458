package fr.vismonjob;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairAction;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.pairing.PairMove;
import fr.vismonjob.pairing.PairMoves;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.RegistrationAction;
import fr.vismonjob.registration.RegistrationMoves;
import fr.vismonjob.registration.RegistrationState;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The drawings of docs/states.md are what the code does. */
final class StatesDocTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");

  private static Set<String> drawn(int diagram) throws IOException {
    String text = Files.readString(Path.of("../docs/states.md"));
    return text.split("```mermaid", -1)[diagram]
        .split("```", -1)[0]
        .lines()
        .map(String::strip)
        .filter(line -> line.contains("-->"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void the_registration_is_drawn_as_it_moves() throws IOException {
    Set<String> moves = new TreeSet<>();
    moves.add(
        "[*] --> " + RegistrationState.registered().status() + " : " + RegistrationAction.REGISTER);
    for (Status status : Status.values()) {
      for (RegistrationAction action : RegistrationAction.values()) {
        if (RegistrationMoves.of(status, action) instanceof RegistrationMoves.To(Status to)
            && to != status) {
          moves.add(status + " --> " + to + " : " + action);
        }
      }
    }
    assertEquals(moves, drawn(1));
  }

  @Test
  void the_pair_is_drawn_as_it_moves() throws IOException {
    Set<String> moves = new TreeSet<>();
    moves.add("[*] --> " + PairMoves.formed(DAY).status());
    moves.add("[*] --> " + PairMoves.proposed(DAY).status());
    moves.add(PairStatus.PROPOSE + " --> " + PairMoves.formed(DAY).status() + " : PUBLISH");
    moves.add(PairStatus.PROPOSE + " --> [*] : REPLACE");
    for (PairStatus status : PairStatus.values()) {
      for (Pair pair : pairs(status)) {
        for (PairAction action : actions()) {
          for (LocalDate today : List.of(DAY.minusDays(9), DAY)) {
            if (PairMoves.of(pair, action, Role.AMBASSADEUR, today)
                    instanceof PairMove.To(Pair after)
                && (after.status() != status || action instanceof PairAction.Propose)) {
              moves.add(
                  status
                      + " --> "
                      + after.status()
                      + " : "
                      + action.getClass().getSimpleName().toUpperCase(Locale.ROOT));
            }
          }
        }
      }
    }
    assertEquals(moves, drawn(2));
  }

  /**
   * A state is made by a move, read from the table, and made nowhere else; a pair's own class makes
   * the same one with another calendar entry.
   */
  @Test
  void whatever_changes_a_status_asks_the_moves() throws IOException {
    assertEquals(
        Set.of("RegistrationItem", "RegistrationState"), saying("new RegistrationState\\("));
    assertEquals(Set.of("PairItem", "PairMoves", "PairState"), saying("new PairState\\("));
    for (RegistrationAction action : RegistrationAction.values()) {
      Set<String> asking = saying("RegistrationAction\\." + action + "\\b");
      assertFalse(asking.isEmpty(), action + " is drawn and never asked for");
    }
  }

  /** The classes of the product whose source says so, in code. */
  private static Set<String> saying(String pattern) throws IOException {
    Pattern said = Pattern.compile(pattern);
    Set<String> classes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (said.matcher(Files.readString(file)).find()) {
          classes.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    return classes;
  }

  private static List<PairAction> actions() {
    return List.of(
        new PairAction.Propose(List.of(DAY.plusDays(3))),
        new PairAction.Accept(DAY.plusDays(2)),
        new PairAction.Cancel(),
        new PairAction.Report(PairBuilder.feedback(true), false),
        new PairAction.Report(PairBuilder.feedback(false), false));
  }

  /** A pair for each thing that the student may have said in that status. */
  private static List<Pair> pairs(PairStatus status) {
    return switch (status) {
      case PROPOSE -> List.of(pair().proposed().build());
      case FORME, ANNULE -> List.of(pair().status(status).build());
      case DATE_PROPOSEE ->
          List.of(pair().proposal(Role.ETUDIANT, DAY.plusDays(2).toString()).build());
      case REALISE -> List.of(pair().status(status).build(), answered(status, true));
      case NON_REALISE -> List.of(pair().status(status).build(), answered(status, false));
      case A_VERIFIER -> List.of(answered(status, true), answered(status, false));
    };
  }

  private static Pair answered(PairStatus status, boolean tookPlace) {
    return pair().status(status).answered(Role.ETUDIANT, tookPlace).build();
  }

  private static PairBuilder pair() {
    return PairBuilder.pair("p", ambassador("Ada").build(), student("Zoe").build())
        .date(DAY.toString());
  }
}
