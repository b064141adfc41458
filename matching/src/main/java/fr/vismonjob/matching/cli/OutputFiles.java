package fr.vismonjob.matching.cli;

import fr.vismonjob.matching.Ambassador;
import fr.vismonjob.matching.Engine;
import fr.vismonjob.matching.Fingerprint;
import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.Matching;
import fr.vismonjob.matching.Pair;
import fr.vismonjob.matching.ReasonWords;
import fr.vismonjob.matching.Shortage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the program writes: whole files or none. */
final class OutputFiles {

  private OutputFiles() {}

  /** The pairs as CSV; the reasons are sentences joined by {@code |}. */
  static String pairs(Instance instance, Matching matching) {
    Map<String, Ambassador> ambassadors =
        instance.ambassadors().stream()
            .collect(Collectors.toMap(Ambassador::id, Function.identity()));
    StringBuilder csv = new StringBuilder("student,ambassador,score,date,reasons\n");
    for (Pair pair : matching.pairs()) {
      Ambassador host = java.util.Objects.requireNonNull(ambassadors.get(pair.ambassador()));
      List<String> reasons =
          ReasonWords.sentences(pair.reasons(), host.job(), host.administration());
      csv.append(field(pair.student())).append(',');
      csv.append(field(pair.ambassador())).append(',');
      csv.append(pair.score()).append(',').append(pair.date()).append(',');
      csv.append(field(String.join("|", reasons))).append('\n');
    }
    return csv.toString();
  }

  /** The shortages as CSV, the greatest first. */
  static String shortages(List<Shortage> shortages) {
    StringBuilder csv = new StringBuilder("job,lat,lon,students,left_over\n");
    for (Shortage shortage : shortages) {
      csv.append(field(shortage.job())).append(',');
      csv.append(shortage.lat()).append(',').append(shortage.lon()).append(',');
      csv.append(shortage.students()).append(',').append(shortage.leftOver()).append('\n');
    }
    return csv.toString();
  }

  private static String field(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** The figures of the run as JSON. */
  static String stats(Instance instance, Matching matching, long verifyMs) {
    return String.format(
        Locale.ROOT,
        """
        {
          "pairs": %d,
          "under40": %d,
          "under60": %d,
          "total": %d,
          "students": %d,
          "ambassadors": %d,
          "build_ms": %d,
          "solve_ms": %d,
          "verify_ms": %d,
          "version": "%s",
          "input_sha256": "%s"
        }
        """,
        matching.figures().pairs(),
        matching.figures().under40(),
        matching.figures().under60(),
        matching.figures().total(),
        instance.students().size(),
        instance.ambassadors().size(),
        matching.timings().buildMs(),
        matching.timings().solveMs(),
        verifyMs,
        Engine.VERSION,
        Fingerprint.sha256(instance));
  }

  /** Refuses, before any work is done, what cannot be written or would be written over. */
  static void check(List<Path> outputs, List<Path> inputs) throws RefusedException {
    Set<Path> named = new HashSet<>();
    inputs.forEach(file -> named.add(file.toAbsolutePath().normalize()));
    for (Path output : outputs) {
      Path file = output.toAbsolutePath().normalize();
      if (!named.add(file)) {
        throw new RefusedException(output, "is named twice; what is written needs its own file");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new RefusedException(output, "cannot be written (it exists and is not a file)");
      }
      if (!Files.isWritable(file.resolveSibling("."))) {
        throw new RefusedException(
            output, "cannot be written (no such folder, or permission denied)");
      }
    }
  }

  /** Writes all files under other names first, and renames them once they are whole. */
  static void write(Map<Path, String> contents) throws RefusedException {
    Path file = Path.of("");
    try {
      for (Map.Entry<Path, String> content : contents.entrySet()) {
        file = content.getKey();
        Files.writeString(draft(file), content.getValue());
      }
      for (Path whole : contents.keySet()) {
        file = whole;
        Files.move(draft(file), file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new RefusedException(file, "cannot be written", e);
    } finally {
      contents.keySet().forEach(whole -> draft(whole).toFile().delete());
    }
  }

  private static Path draft(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }
}
