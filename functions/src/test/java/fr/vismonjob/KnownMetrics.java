package fr.vismonjob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.registration.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The metrics that there are: AWS's from a list with the page that documents each, and those of the
 * functions. CloudWatch takes a name that does not exist, and never says a word about it.
 */
final class KnownMetrics {
  private static final String OURS = "VisMonJob/${AWS::StackName}";

  /** Each as {@code AWS/SQS NumberOfMessagesSent [QueueName]}. */
  private static final Set<String> OF_AWS = read();

  /** The enums whose members are values of the functions' dimensions. */
  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "Role", names(Role.values()),
          "Outcome", names(SendResult.values()),
          "Sender", Set.of("STREAM", "WORKFLOW", "HOURLY"));

  private KnownMetrics() {}

  private static Set<String> names(Enum<?>... members) {
    return Arrays.stream(members).map(Enum::name).collect(Collectors.toSet());
  }

  private static Set<String> read() {
    try {
      return Files.readAllLines(Path.of("src/test/resources/aws-metrics.tsv")).stream()
          .skip(1)
          .map(line -> line.split("\t"))
          .map(row -> row[0] + " " + row[1] + " " + sorted(List.of(row[2].split(" "))))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> sorted(List<String> names) {
    return names.stream()
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * @param dimensions names and values
   */
  static void check(String where, String namespace, String name, Map<String, Object> dimensions) {
    if (!namespace.equals(OURS)) {
      String metric = namespace + " " + name + " " + new TreeSet<>(dimensions.keySet());
      assertTrue(OF_AWS.contains(metric), where + ": AWS documents no metric " + metric);
      return;
    }
    Optional<Metric> metric =
        Arrays.stream(Metric.values()).filter(each -> each.label().equals(name)).findFirst();
    assertTrue(metric.isPresent(), where + ": no function writes " + name);
    assertEquals(Set.copyOf(metric.orElseThrow().dimensions()), dimensions.keySet(), where);
    dimensions.forEach(
        (dimension, value) ->
            assertTrue(VALUES.get(dimension).contains(value), where + ": no " + value));
  }
}
