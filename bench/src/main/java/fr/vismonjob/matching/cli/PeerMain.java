package fr.vismonjob.matching.cli;

import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.Peers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * Solves the pool in a folder, as {@code bench/matching/generate.py} writes it, by a solver on the
 * JVM that is not ours, and prints the figures and the seconds as one line of JSON.
 */
public final class PeerMain {

  private PeerMain() {}

  /** Takes the solver's name and the folder. */
  public static void main(String[] arguments) throws RefusedException {
    Instance instance = read(Path.of(arguments[1]));
    long start = System.nanoTime();
    Supplier<List<Integer>> problem = problem(arguments[0], instance);
    long ready = System.nanoTime();
    List<Integer> scores = problem.get();
    long solved = System.nanoTime();
    System.out.printf(
        "{\"pairs\": %d, \"under40\": %d, \"under60\": %d, \"total\": %d,"
            + " \"list_s\": %.3f, \"solve_s\": %.3f}%n",
        scores.size(),
        scores.stream().filter(score -> score < 40).count(),
        scores.stream().filter(score -> score < 60).count(),
        scores.stream().mapToInt(Integer::intValue).sum(),
        (ready - start) / 1e9,
        (solved - ready) / 1e9);
  }

  static Instance read(Path folder) throws RefusedException {
    return new Instance(
        InputFiles.students(folder.resolve("students.csv")),
        InputFiles.ambassadors(folder.resolve("ambassadors.csv")),
        List.of(),
        List.of(),
        LocalDate.of(2026, 11, 24),
        1);
  }

  private static Supplier<List<Integer>> problem(String peer, Instance instance) {
    return switch (peer) {
      case "jgrapht" -> Peers.byJGraphT(instance);
      case "ortools-java" -> Peers.byOrTools(instance);
      case "ortools-java-network" -> Peers.byOrToolsOnNetwork(instance);
      default -> throw new IllegalArgumentException(peer);
    };
  }
}
