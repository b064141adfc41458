package fr.vismonjob.metric;

import fr.vismonjob.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps what was written, for a test to read. */
public final class MetricLines {
  private final List<String> lines = new ArrayList<>();
  private final Metrics metrics =
      new Metrics(lines::add, "Test", InstantSource.fixed(Instant.parse("2026-11-10T06:00:00Z")));

  public Metrics metrics() {
    return metrics;
  }

  public List<String> lines() {
    return lines;
  }

  /** Each line as {@code Registrations[ETUDIANT]=1}. */
  public List<String> written() {
    return lines.stream()
        .map(line -> Json.readObject(line.getBytes(StandardCharsets.UTF_8)))
        .map(MetricLines::brief)
        .toList();
  }

  private static String brief(Map<String, Object> line) {
    List<Map.Entry<String, Object>> members =
        line.entrySet().stream().filter(member -> !member.getKey().equals("_aws")).toList();
    Map.Entry<String, Object> value = members.getLast();
    String by =
        members.subList(0, members.size() - 1).stream()
            .map(member -> member.getValue().toString())
            .collect(Collectors.joining(",", "[", "]"));
    return value.getKey() + by + "=" + value.getValue();
  }
}
