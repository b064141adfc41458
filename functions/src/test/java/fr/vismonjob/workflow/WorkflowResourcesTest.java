package fr.vismonjob.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What starts the workflows, and what tells an operator when they fail. */
final class WorkflowResourcesTest {
  private static final Map<String, Object> RESOURCES =
      TemplateFile.mapAt(TemplateFile.template(), "Resources");

  private static Set<String> ofType(String type) {
    return RESOURCES.keySet().stream()
        .filter(name -> type.equals(TemplateFile.at(RESOURCES, name, "Type")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the template's alarms watch, as {@code metric of resource}. */
  private static Set<String> watched() {
    Set<String> watched = new TreeSet<>();
    for (String alarm : ofType("AWS::CloudWatch::Alarm")) {
      Map<String, Object> properties = TemplateFile.mapAt(RESOURCES, alarm, "Properties");
      assertEquals(List.of(Map.of("Ref", "Alarms")), properties.get("AlarmActions"), alarm);
      for (Map<String, Object> dimension : TemplateFile.mapsAt(properties, "Dimensions")) {
        String of = TemplateFile.mapAt(dimension, "Value").values().iterator().next().toString();
        watched.add(properties.get("MetricName") + " of " + of.replace(".QueueName", ""));
      }
    }
    return watched;
  }

  @Test
  void every_state_machine_has_an_alarm_for_failures_and_for_lasting_too_long() {
    Set<String> watched = watched();
    for (String machine : ofType("AWS::Serverless::StateMachine")) {
      assertTrue(watched.contains("ExecutionsFailed of " + machine), machine);
      assertTrue(watched.contains("ExecutionsTimedOut of " + machine), machine);
    }
  }

  @Test
  void every_queue_has_an_alarm() {
    Set<String> watched = watched();
    for (String queue : ofType("AWS::SQS::Queue")) {
      assertTrue(watched.contains("ApproximateNumberOfMessagesVisible of " + queue), queue);
    }
  }

  @Test
  void the_day_begins_at_seven_in_Paris_and_is_not_lost_if_it_cannot() {
    Map<String, Object> schedule = TemplateFile.mapAt(RESOURCES, "EveryMorning", "Properties");
    assertEquals("cron(0 7 * * ? *)", schedule.get("ScheduleExpression"));
    assertEquals("Europe/Paris", schedule.get("ScheduleExpressionTimezone"));
    Map<String, Object> target = TemplateFile.mapAt(schedule, "Target");
    assertEquals(Map.of("Ref", "ScheduleWorkflow"), target.get("Arn"));
    assertEquals("{\"scheduled\":\"<aws.scheduler.scheduled-time>\"}", target.get("Input"));
    assertTrue(target.containsKey("RetryPolicy"));
    assertEquals(
        Map.of("Fn::GetAtt", "MissedMornings.Arn"),
        TemplateFile.at(target, "DeadLetterConfig", "Arn"));
  }

  @Test
  void failures_are_logged_without_what_was_handed_on() {
    for (String machine : ofType("AWS::Serverless::StateMachine")) {
      Map<String, Object> logging = TemplateFile.mapAt(RESOURCES, machine, "Properties", "Logging");
      assertEquals("ERROR", logging.get("Level"), machine);
      assertEquals(false, logging.get("IncludeExecutionData"), machine);
      assertTrue(
          TemplateFile.at(logging, "Destinations").toString().contains("WorkflowsLog"), machine);
    }
  }

  @Test
  void every_log_is_forgotten_in_time() {
    for (String log : ofType("AWS::Logs::LogGroup")) {
      assertEquals(30, TemplateFile.at(RESOURCES, log, "Properties", "RetentionInDays"), log);
    }
  }

  @Test
  void the_runs_files_are_private_encrypted_and_forgotten() {
    Map<String, Object> bucket = TemplateFile.mapAt(RESOURCES, "ReportBucket", "Properties");
    assertEquals(
        Set.of(true),
        Set.copyOf(TemplateFile.mapAt(bucket, "PublicAccessBlockConfiguration").values()));
    assertTrue(bucket.containsKey("BucketEncryption"));
    assertTrue(
        TemplateFile.mapsAt(bucket, "LifecycleConfiguration", "Rules")
            .getFirst()
            .containsKey("ExpirationInDays"));
  }
}
