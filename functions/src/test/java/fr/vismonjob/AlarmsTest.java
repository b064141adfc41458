package fr.vismonjob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.TemplateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the template watches; no local emulator has the metrics of AWS. */
class AlarmsTest {
  private static final Map<String, Object> TEMPLATE = TemplateFile.template();
  private static final Map<String, Object> RESOURCES = TemplateFile.mapAt(TEMPLATE, "Resources");
  private static final Map<String, Map<String, Object>> ALARMS = ofType("AWS::CloudWatch::Alarm");
  private static final Map<String, Map<String, Object>> COMPOSITES =
      ofType("AWS::CloudWatch::CompositeAlarm");
  private static final List<Object> TO_THE_TOPIC = List.of(Map.of("Ref", "Alarms"));

  private static Map<String, Map<String, Object>> ofType(String type) {
    return TemplateFile.ofType(RESOURCES, type);
  }

  private static Set<String> alarms() {
    return ALARMS.keySet();
  }

  /** The alarms that a composite one is made of, with repetitions. */
  private static List<String> parts() {
    return COMPOSITES.values().stream()
        .flatMap(
            composite ->
                Pattern.compile("ALARM\\(\"\\$\\{(\\w+)\\.Arn}\"\\)")
                    .matcher(TemplateFile.textAt(composite, "AlarmRule", "Fn::Sub"))
                    .results())
        .map(part -> part.group(1))
        .toList();
  }

  /** The metrics of an alarm: its own, or those that its expression adds up. */
  private static List<Map<String, Object>> metrics(Map<String, Object> alarm) {
    if (!alarm.containsKey("Metrics")) {
      return List.of(alarm);
    }
    return TemplateFile.mapsAt(alarm, "Metrics").stream()
        .filter(query -> query.containsKey("MetricStat"))
        .map(query -> TemplateFile.mapAt(query, "MetricStat", "Metric"))
        .toList();
  }

  private static Map<String, Object> dimensions(Map<String, Object> metric) {
    Map<String, Object> dimensions = new TreeMap<>();
    if (metric.containsKey("Dimensions")) {
      for (Map<String, Object> dimension : TemplateFile.mapsAt(metric, "Dimensions")) {
        dimensions.put(TemplateFile.textAt(dimension, "Name"), dimension.get("Value"));
      }
    }
    return dimensions;
  }

  private static String namespace(Map<String, Object> metric) {
    return metric.get("Namespace") instanceof Map<?, ?> sub
        ? sub.values().iterator().next().toString()
        : TemplateFile.textAt(metric, "Namespace");
  }

  /** Each as {@code Errors of SiteFunction}. */
  private static Set<String> watched() {
    Set<String> watched = new TreeSet<>();
    for (Map<String, Object> alarm : ALARMS.values()) {
      for (Map<String, Object> metric : metrics(alarm)) {
        for (Object value : dimensions(metric).values()) {
          if (value instanceof Map<?, ?> reference) {
            String of = reference.values().iterator().next().toString();
            watched.add(metric.get("MetricName") + " of " + of.replaceFirst("\\..*", ""));
          }
        }
      }
    }
    return watched;
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void an_alarm_watches_a_metric_that_there_is(String name) {
    List<Map<String, Object>> metrics = metrics(ALARMS.get(name));
    assertFalse(metrics.isEmpty());
    for (Map<String, Object> metric : metrics) {
      KnownMetrics.check(
          name, namespace(metric), TemplateFile.textAt(metric, "MetricName"), dimensions(metric));
    }
  }

  /** An alarm that is part of another and acts itself would ring twice for one cause. */
  @ParameterizedTest
  @MethodSource("alarms")
  void an_alarm_acts_itself_or_is_part_of_one_that_does(String name) {
    long parts = parts().stream().filter(name::equals).count();
    assertEquals(
        parts == 0 ? TO_THE_TOPIC : List.of(),
        ALARMS.get(name).getOrDefault("AlarmActions", List.of()),
        name);
    assertTrue(parts <= 1, name + " is in two");
  }

  @Test
  void a_composite_alarm_acts_and_has_parts_that_there_are() {
    COMPOSITES.forEach((name, alarm) -> assertEquals(TO_THE_TOPIC, alarm.get("AlarmActions")));
    assertTrue(ALARMS.keySet().containsAll(parts()));
    assertTrue(parts().size() > COMPOSITES.size());
  }

  @Test
  void the_pages_name_the_alarms_that_are_made_of_others() throws IOException {
    String named = "(?s)(?:Which alarms ring now|parts of one composite alarm)(.*?)\\n";
    for (String page : List.of("runbook-alarms.md", "adr/0017-one-alarm-for-each-cause.md")) {
      String line = String.join("", found(named, Files.readString(Path.of("../docs", page))));
      assertEquals(COMPOSITES.keySet(), found("`(\\w+Alarm)`", line), page);
    }
  }

  /** Such an alarm would ring for as long as nobody visits the site. */
  @ParameterizedTest
  @MethodSource("alarms")
  void silence_is_no_alarm(String name) {
    assertEquals("notBreaching", ALARMS.get(name).get("TreatMissingData"));
  }

  @Test
  void every_queue_every_public_function_and_the_sender_have_alarms() {
    Set<String> watched = watched();
    Set<String> needed = new TreeSet<>();
    ofType("AWS::SQS::Queue")
        .keySet()
        .forEach(queue -> needed.add("NumberOfMessagesSent of " + queue));
    ofType("AWS::Serverless::Function")
        .forEach(
            (name, function) -> {
              if (function.containsKey("AutoPublishAlias")) {
                needed.add("Errors of " + name);
                needed.add("Throttles of " + name);
              }
            });
    ofType("AWS::DynamoDB::Table")
        .keySet()
        .forEach(
            table -> {
              needed.add("ReadThrottleEvents of " + table);
              needed.add("WriteThrottleEvents of " + table);
            });
    needed.add("IteratorAge of MailStreamFunction");
    assertTrue(needed.size() > 15);
    needed.removeAll(watched);
    assertEquals(Set.of(), needed);
  }

  /** Lambda tries such a call again by itself, and then drops it. */
  @Test
  void a_call_that_nobody_waits_for_is_kept_in_a_queue_when_it_fails() {
    Set<String> called = new TreeSet<>();
    ofType("AWS::Scheduler::Schedule")
        .values()
        .forEach(schedule -> called.add(target(TemplateFile.at(schedule, "Target", "Arn"))));
    Map<String, Map<String, Object>> functions = ofType("AWS::Serverless::Function");
    functions.forEach(
        (name, function) -> {
          if (String.valueOf(function.get("Events")).contains("Type=SNS")) {
            called.add(name);
          }
        });
    called.retainAll(functions.keySet());
    assertTrue(called.size() > 2, called.toString());
    for (String name : called) {
      Object queue =
          TemplateFile.at(
              functions.get(name),
              "EventInvokeConfig",
              "DestinationConfig",
              "OnFailure",
              "Destination");
      assertTrue(watched().contains("NumberOfMessagesSent of " + target(queue)), name);
    }
  }

  private static String target(Object arn) {
    return ((Map<?, ?>) arn).values().iterator().next().toString().replaceFirst("\\..*", "");
  }

  @Test
  void mails_that_fail_ring_whoever_sends_them_but_a_workflow_which_ends_failed() {
    assertEquals(
        Set.of("STREAM", "HOURLY"),
        metrics(ALARMS.get("FailedMailsAlarm")).stream()
            .map(metric -> dimensions(metric).get("Sender"))
            .collect(Collectors.toSet()));
  }

  @Test
  void the_morning_is_checked_at_nine_in_Paris_wherever_it_is_started_at_seven() {
    Map<String, Object> check = TemplateFile.mapAt(RESOURCES, "MorningCheck", "Properties");
    assertEquals("cron(0 9 * * ? *)", check.get("ScheduleExpression"));
    assertEquals("Europe/Paris", check.get("ScheduleExpressionTimezone"));
    assertEquals(
        TemplateFile.at(RESOURCES, "EveryMorning", "Properties", "State"), check.get("State"));
  }

  @Test
  void the_runbook_has_an_entry_for_each_alarm_and_for_no_other() throws IOException {
    Set<String> entries = found("(?m)^### `(\\w+)`|^\\| `(\\w+Alarm)`", runbook());
    Set<String> alarms = new TreeSet<>(ALARMS.keySet());
    alarms.addAll(COMPOSITES.keySet());
    alarms.addAll(ofType("AWS::Events::Rule").keySet());
    assertEquals(alarms, entries);
  }

  @ParameterizedTest
  @ValueSource(strings = {"runbook.md", "runbook-alarms.md", "aws.md"})
  void what_a_page_for_operators_asks_the_stack_for_is_an_output(String page) throws IOException {
    Set<String> asked =
        found("\\bout ([A-Z]\\w+)|<([A-Z]\\w+)>", Files.readString(Path.of("../docs", page)));
    asked.removeAll(TemplateFile.mapAt(TEMPLATE, "Outputs").keySet());
    assertEquals(Set.of(), asked);
  }

  private static String runbook() throws IOException {
    return Files.readString(Path.of("../docs/runbook-alarms.md"));
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(AlarmsTest::firstGroup)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String firstGroup(MatchResult result) {
    List<String> groups = new ArrayList<>();
    for (int group = 1; group <= result.groupCount(); group++) {
      if (result.start(group) >= 0) {
        groups.add(result.group(group));
      }
    }
    return groups.getFirst();
  }
}
