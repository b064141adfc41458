package fr.vismonjob.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Somebody who has the runbook and the AWS command line. */
final class Operator {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  /** By these a `make` that runs the tests would have the operator's `make` speak of it. */
  private static final Set<String> OF_MAKE = Set.of("MAKEFLAGS", "MAKELEVEL", "MFLAGS");

  private static final Path RUNBOOK = REPOSITORY.resolve("docs/runbook.md");

  private final Stack stack;

  Operator(Stack stack) {
    this.stack = stack;
  }

  /** The blocks of commands in a section of the runbook, in its order. */
  List<String> commands(String section) {
    return Pattern.compile("^```\\w*\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(text(section))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private static String text(String section) {
    try {
      String runbook = Files.readString(RUNBOOK);
      int start = runbook.indexOf("\n## " + section + "\n");
      if (start < 0) {
        throw new AssertionError("the runbook has no section " + section);
      }
      int end = runbook.indexOf("\n## ", start + 1);
      return runbook.substring(start, end < 0 ? runbook.length() : end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command of the runbook for an edition, and returns what it says. */
  String follow(String command, CurrentEdition edition) {
    String before =
        """
        eval "$(make --silent names)"
        today=$(TZ=Europe/Paris date +%F)
        """;
    return run(before + "edition='" + edition.key() + "'\n" + command);
  }

  /** Runs a command of the shell, and returns what it says. */
  String run(String command) {
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", command)
            .directory(REPOSITORY.toFile())
            .redirectErrorStream(true);
    Map<String, String> environment = shell.environment();
    environment.keySet().removeAll(OF_MAKE);
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    environment.put("AWS_DEFAULT_REGION", stack.region());
    environment.put("AWS_ENDPOINT_URL", stack.endpoint().toString());
    environment.merge(
        "PATH",
        REPOSITORY.resolve(".local/venvs/localstack/bin").toString(),
        (path, tools) -> tools + File.pathSeparator + path);
    try {
      Process process = shell.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + "\n" + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
