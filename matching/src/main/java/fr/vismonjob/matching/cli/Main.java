package fr.vismonjob.matching.cli;

import fr.vismonjob.matching.Ambassador;
import fr.vismonjob.matching.Fingerprint;
import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.Matcher;
import fr.vismonjob.matching.Matching;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.matching.Student;
import fr.vismonjob.matching.Verifier;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The engine on the command line: {@code --help} says how. */
public final class Main {

  private static final int DONE = 0;
  private static final int REFUSED = 2;
  private static final int CHECK_FAILED = 3;
  private static final int VIOLATIONS_SHOWN = 20;

  private Main() {}

  /** Runs and leaves with the exit status that {@code --help} explains. */
  public static void main(String[] arguments) {
    int status = run(arguments, System.out, System.err);
    if (status != DONE) {
      System.exit(status);
    }
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    if (List.of(arguments).contains("--help")) {
      out.print(Options.HELP);
      return DONE;
    }
    Beside.begin(Rehearsal::run);
    try {
      return run(Options.parse(arguments), err);
    } catch (RefusedException e) {
      err.println(e.getMessage());
      return REFUSED;
    } catch (OutOfMemoryError _) {
      err.println("too many people for the memory of this process; give it more: java -Xmx8g -jar");
      return REFUSED;
    }
  }

  private static int run(Options options, PrintStream err) throws RefusedException {
    OutputFiles.check(options.outputs(), options.inputs());
    Progress progress = new Progress(err);
    long start = System.nanoTime();
    Instance instance = read(options);
    long read = System.nanoTime();
    Beside<String> fingerprint = Beside.begin(() -> Fingerprint.sha256(instance));
    progress.say(
        "%d students and %d ambassadors read",
        instance.students().size(), instance.ambassadors().size());
    Matching matching = Matcher.match(instance, what -> progress.say("%s", what));
    progress.say("%d pairs made", matching.pairs().size());
    long matched = System.nanoTime();
    List<String> violations = Verifier.violations(instance, matching);
    long verified = System.nanoTime();
    if (!violations.isEmpty()) {
      err.println("The result failed its own check, and nothing is written:");
      violations.stream().limit(VIOLATIONS_SHOWN).forEach(err::println);
      return CHECK_FAILED;
    }
    progress.say("verified");
    Map<Path, OutputFiles.Content> contents = new LinkedHashMap<>();
    contents.put(options.pairs(), OutputFiles.pairs(instance, matching));
    options
        .shortages()
        .ifPresent(file -> contents.put(file, OutputFiles.shortages(instance, matching)));
    contents.put(
        options.stats(),
        OutputFiles.stats(
            instance,
            matching,
            new Parts(read - start, verified - matched, verified),
            fingerprint));
    OutputFiles.write(contents);
    return DONE;
  }

  private static Instance read(Options options) throws RefusedException {
    Beside<List<Ambassador>> hosts =
        Beside.begin(() -> InputFiles.ambassadors(options.ambassadors()));
    List<Student> students = InputFiles.students(options.students());
    List<Ambassador> ambassadors = hosts.result();
    List<PairIds> frozen = List.of();
    if (options.frozen().isPresent()) {
      frozen = InputFiles.frozen(options.frozen().get(), students, ambassadors);
    }
    List<PairIds> blocked = List.of();
    if (options.blocked().isPresent()) {
      blocked = InputFiles.blocked(options.blocked().get());
    }
    try {
      return new Instance(
          students, ambassadors, frozen, blocked, options.eventDay(), options.seed());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    }
  }
}
