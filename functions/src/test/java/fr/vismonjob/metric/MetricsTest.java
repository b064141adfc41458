package fr.vismonjob.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.json.Json;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private enum Side {
    LEFT
  }

  private enum Way {
    DOWN
  }

  private final MetricLines log = new MetricLines();

  @Test
  void a_line_is_one_json_object_of_the_embedded_metric_format() {
    log.metrics().add(Metric.MAILS, 3, Side.LEFT, Way.DOWN);
    assertEquals(
        Map.of(
            "_aws",
            Map.of(
                "Timestamp",
                1794290400000L,
                "CloudWatchMetrics",
                List.of(
                    Map.of(
                        "Namespace",
                        "Test",
                        "Dimensions",
                        List.of(List.of("Outcome", "Sender")),
                        "Metrics",
                        List.of(Map.of("Name", "Mails", "Unit", "Count"))))),
            "Outcome",
            "LEFT",
            "Sender",
            "DOWN",
            "Mails",
            3),
        Json.readObject(log.lines().getFirst().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_metric_without_dimensions_says_so() {
    log.metrics().add(Metric.PAIRS_MADE, 2);
    assertTrue(log.lines().getFirst().contains("\"Dimensions\":[[]]"), log.lines()::getFirst);
  }

  /** A member that is missing from the line would make CloudWatch drop the whole line. */
  @Test
  void a_metric_takes_a_member_for_each_of_its_dimensions() {
    assertThrows(IllegalArgumentException.class, () -> log.metrics().add(Metric.REGISTRATIONS, 1));
    assertThrows(
        IllegalArgumentException.class, () -> log.metrics().add(Metric.PAIRS_MADE, 1, Side.LEFT));
    assertEquals(List.of(), log.lines());
  }

  @Test
  void work_is_timed_by_the_clock() {
    Iterator<Instant> times =
        List.of(
                Instant.parse("2026-11-10T06:00:00Z"),
                Instant.parse("2026-11-10T06:00:01.5Z"),
                Instant.parse("2026-11-10T06:00:02Z"))
            .iterator();
    InstantSource clock = times::next;
    List<String> lines = new ArrayList<>();
    assertEquals(
        "done", new Metrics(lines::add, "Test", clock).time(Metric.MATCHING_TIME, () -> "done"));
    assertTrue(lines.getFirst().endsWith(",\"MatchingTime\":1500}"), lines::getFirst);
  }

  /** What a caller can hand in has no place for a text; so none that somebody typed gets there. */
  @Test
  void no_value_can_carry_a_text() {
    Set<Class<?>> textless = Set.of(Metric.class, long.class, Enum[].class, Supplier.class);
    List<Method> writers =
        Arrays.stream(Metrics.class.getDeclaredMethods())
            .filter(method -> Arrays.asList(method.getParameterTypes()).contains(Metric.class))
            .toList();
    assertEquals(2, writers.size());
    for (Method writer : writers) {
      assertTrue(textless.containsAll(Arrays.asList(writer.getParameterTypes())), writer::toString);
    }
  }
}
