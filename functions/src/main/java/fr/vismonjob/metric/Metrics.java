package fr.vismonjob.metric;

import fr.vismonjob.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes metrics to the log, in CloudWatch's embedded metric format. A metric is one of a fixed
 * list, its value a number, its dimensions members of enums: nothing that somebody typed fits in.
 *
 * <p>The line goes to standard output and not to Lambda's logger, which would put it into a
 * message. Lambda leaves a line that is JSON as it is, also with the log format JSON (AWS Lambda
 * Developer Guide, "Log and monitor Java Lambda functions"), and CloudWatch extracts metrics from a
 * line that is nothing but a JSON object with the member {@code _aws} (Amazon CloudWatch User
 * Guide, "Specification: Embedded metric format").
 *
 * @param log takes one line
 * @param namespace of this stack, so that two stacks of an account do not mix
 */
public record Metrics(Consumer<String> log, String namespace, InstantSource clock) {
  /**
   * @param by a member for each of the metric's dimensions, in their order
   */
  public void add(Metric metric, long value, Enum<?>... by) {
    List<String> dimensions = metric.dimensions();
    if (by.length != dimensions.size()) {
      throw new IllegalArgumentException(
          "metric " + metric + " has the dimensions " + dimensions + ", not " + by.length);
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(
        "_aws",
        Map.of(
            "Timestamp",
            clock.millis(),
            "CloudWatchMetrics",
            List.of(
                Map.of(
                    "Namespace",
                    namespace,
                    "Dimensions",
                    List.of(dimensions),
                    "Metrics",
                    List.of(Map.of("Name", metric.label(), "Unit", metric.unit()))))));
    for (int i = 0; i < by.length; i++) {
      line.put(dimensions.get(i), by[i].name());
    }
    line.put(metric.label(), value);
    log.accept(Json.write(line));
  }

  /** Does the work, and writes how many milliseconds it took if it comes to an end. */
  public <T> T time(Metric metric, Supplier<T> work) {
    Instant begin = clock.instant();
    T result = work.get();
    add(metric, Duration.between(begin, clock.instant()).toMillis());
    return result;
  }
}
