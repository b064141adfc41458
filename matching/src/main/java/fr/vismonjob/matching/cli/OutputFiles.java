package fr.vismonjob.matching.cli;

import fr.vismonjob.matching.Ambassador;
import fr.vismonjob.matching.Engine;
import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.Matching;
import fr.vismonjob.matching.Pair;
import fr.vismonjob.matching.ReasonWords;
import fr.vismonjob.matching.Shortage;
import fr.vismonjob.matching.Shortages;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the program writes: whole files or none. */
final class OutputFiles {

  private OutputFiles() {}

  /** What goes into one file. */
  interface Content {
    void writeTo(Appendable file) throws IOException, RefusedException;
  }

  /** The pairs as CSV; the reasons are sentences joined by {@code |}. */
  static Content pairs(Instance instance, Matching matching) {
    return csv -> {
      Map<String, Ambassador> ambassadors = HashMap.newHashMap(instance.ambassadors().size());
      for (Ambassador host : instance.ambassadors()) {
        ambassadors.put(host.id(), host);
      }
      csv.append("student,ambassador,score,date,reasons\n");
      for (Pair pair : matching.pairs()) {
        Ambassador host = Objects.requireNonNull(ambassadors.get(pair.ambassador()));
        List<String> reasons =
            ReasonWords.sentences(pair.reasons(), host.job(), host.administration());
        csv.append(field(pair.student())).append(',');
        csv.append(field(pair.ambassador())).append(',');
        csv.append(String.valueOf(pair.score())).append(',');
        csv.append(pair.date().toString()).append(',');
        csv.append(field(String.join("|", reasons))).append('\n');
      }
    };
  }

  /** The shortages as CSV, the greatest first. */
  static Content shortages(Instance instance, Matching matching) {
    return csv -> {
      csv.append("job,lat,lon,students,left_over\n");
      for (Shortage shortage : Shortages.of(instance, matching)) {
        csv.append(field(shortage.job())).append(',');
        csv.append(String.valueOf(shortage.lat())).append(',');
        csv.append(String.valueOf(shortage.lon())).append(',');
        csv.append(String.valueOf(shortage.students())).append(',');
        csv.append(String.valueOf(shortage.leftOver())).append('\n');
      }
    };
  }

  private static String field(String value) {
    boolean plain = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      plain = plain && c != ',' && c != '"' && c != '\n' && c != '\r';
    }
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** The figures of the run as JSON; it is written last. */
  static Content stats(
      Instance instance, Matching matching, Parts parts, Beside<String> fingerprint) {
    return json -> {
      Map<String, Object> stats = new LinkedHashMap<>();
      stats.put("pairs", matching.figures().pairs());
      stats.put("under40", matching.figures().under40());
      stats.put("under60", matching.figures().under60());
      stats.put("total", matching.figures().total());
      stats.put("students", instance.students().size());
      stats.put("ambassadors", instance.ambassadors().size());
      stats.put("read_ms", parts.readMs());
      stats.put("build_ms", matching.timings().buildMs());
      stats.put("solve_ms", matching.timings().solveMs());
      stats.put("explain_ms", matching.timings().explainMs());
      stats.put("verify_ms", parts.verifyMs());
      String sha256 = fingerprint.result();
      stats.put("write_ms", parts.sinceVerifiedMs());
      stats.put("version", '"' + Engine.VERSION + '"');
      stats.put("input_sha256", '"' + sha256 + '"');
      String separator = "{\n";
      for (Map.Entry<String, Object> figure : stats.entrySet()) {
        json.append(separator).append("  \"").append(figure.getKey()).append("\": ");
        json.append(String.valueOf(figure.getValue()));
        separator = ",\n";
      }
      json.append("\n}\n");
    };
  }

  /** Refuses, before any work is done, what cannot be written or would be written over. */
  static void check(List<Path> outputs, List<Path> inputs) throws RefusedException {
    Set<Path> named = new HashSet<>();
    for (Path input : inputs) {
      named.add(input.toAbsolutePath().normalize());
    }
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
  static void write(Map<Path, Content> contents) throws RefusedException {
    Path file = Path.of("");
    try {
      for (Map.Entry<Path, Content> content : contents.entrySet()) {
        file = content.getKey();
        try (Writer draft = Files.newBufferedWriter(draft(file))) {
          content.getValue().writeTo(draft);
        }
      }
      for (Path whole : contents.keySet()) {
        file = whole;
        Files.move(draft(file), file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new RefusedException(file, "cannot be written", e);
    } finally {
      for (Path whole : contents.keySet()) {
        draft(whole).toFile().delete();
      }
    }
  }

  private static Path draft(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }
}
