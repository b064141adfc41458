package fr.vismonjob.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.TemplateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What starts the workflows, and what tells an operator when they fail. */
final class WorkflowResourcesTest {
  private static final Set<String> WAITED_FOR =
      Set.of("SiteFunction", "PersonFunction", "MailStreamFunction");

  private static final Map<String, Object> RESOURCES =
      TemplateFile.mapAt(TemplateFile.template(), "Resources");

  private static Set<String> ofType(String type) {
    return TemplateFile.ofType(RESOURCES, type).keySet();
  }

  @Test
  void every_execution_that_ends_otherwise_than_well_is_told_to_the_alarms() {
    Map<String, Object> rule = TemplateFile.mapAt(RESOURCES, "FailedExecutions", "Properties");
    Map<String, Object> pattern = TemplateFile.mapAt(rule, "EventPattern");
    assertEquals(List.of("aws.states"), pattern.get("source"));
    assertEquals(List.of("Step Functions Execution Status Change"), pattern.get("detail-type"));
    assertEquals(
        List.of("FAILED", "TIMED_OUT", "ABORTED"), TemplateFile.at(pattern, "detail", "status"));
    assertEquals(
        ofType("AWS::Serverless::StateMachine"),
        TemplateFile.mapsAt(pattern, "detail", "stateMachineArn").stream()
            .map(reference -> TemplateFile.textAt(reference, "Ref"))
            .collect(Collectors.toCollection(TreeSet::new)));
    assertEquals(Map.of("Ref", "Alarms"), onlyTarget(rule).get("Arn"));
  }

  /** An execution that fails with the one it started would ring a second time. */
  @Test
  void an_execution_that_another_one_started_is_not_told() throws IOException {
    String startedBy = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID";
    assertEquals(
        List.of(Map.of("anything-but", Map.of("wildcard", "*" + startedBy + "*"))),
        TemplateFile.at(
            RESOURCES, "FailedExecutions", "Properties", "EventPattern", "detail", "input"));
    for (String file : List.of("schedule", "daily", "matching")) {
      String definition = Files.readString(Path.of("../workflows", file + ".asl.json"));
      assertEquals(
          definition.split("startExecution\\.sync").length,
          definition.split(startedBy + "\\.\\$").length,
          file);
    }
  }

  private static Map<String, Object> onlyTarget(Map<String, Object> rule) {
    List<Map<String, Object>> targets = TemplateFile.mapsAt(rule, "Targets");
    assertEquals(1, targets.size());
    return targets.getFirst();
  }

  @Test
  void what_is_told_of_an_execution_is_its_name_and_end_and_no_data() {
    Map<String, Object> message =
        TemplateFile.mapAt(
            onlyTarget(TemplateFile.mapAt(RESOURCES, "FailedExecutions", "Properties")),
            "InputTransformer");
    Map<String, Object> paths = TemplateFile.mapAt(message, "InputPathsMap");
    assertEquals(
        Set.of("$.detail.status", "$.detail.executionArn", "$.time"), Set.copyOf(paths.values()));
    String template = TemplateFile.textAt(message, "InputTemplate");
    paths.keySet().forEach(name -> assertTrue(template.contains("<" + name + ">"), name));
    assertTrue(template.matches("\"[^\"\\n]+\""), "one text, as EventBridge wants it: " + template);
  }

  @Test
  void alarms_and_rules_may_publish_to_the_alarms() {
    Map<String, Object> policy = TemplateFile.mapAt(RESOURCES, "AlarmsPolicy", "Properties");
    assertEquals(List.of(Map.of("Ref", "Alarms")), policy.get("Topics"));
    Set<String> who = new TreeSet<>();
    for (Map<String, Object> statement :
        TemplateFile.mapsAt(policy, "PolicyDocument", "Statement")) {
      assertEquals("sns:Publish", statement.get("Action"));
      assertEquals(Map.of("Ref", "Alarms"), statement.get("Resource"));
      who.add(TemplateFile.textAt(statement, "Principal", "Service"));
    }
    assertEquals(Set.of("cloudwatch.amazonaws.com", "events.amazonaws.com"), who);
  }

  @Test
  void the_day_begins_at_seven_in_Paris_and_is_not_lost_if_it_cannot() {
    Map<String, Object> schedule = TemplateFile.mapAt(RESOURCES, "EveryMorning", "Properties");
    assertEquals("cron(0 7 * * ? *)", schedule.get("ScheduleExpression"));
    assertEquals("Europe/Paris", schedule.get("ScheduleExpressionTimezone"));
    assertEquals(Map.of("Ref", "Schedule"), schedule.get("State"));
    assertEquals(
        "ENABLED", TemplateFile.at(TemplateFile.template(), "Parameters", "Schedule", "Default"));
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
  void functions_that_people_wait_for_have_a_snapshot_and_the_others_none() {
    Map<String, Object> globals = TemplateFile.mapAt(TemplateFile.template(), "Globals");
    assertEquals(Set.of(), snapshotOf(TemplateFile.mapAt(globals, "Function")));
    for (String function : ofType("AWS::Serverless::Function")) {
      assertEquals(
          WAITED_FOR.contains(function) ? Set.of("AutoPublishAlias", "SnapStart") : Set.of(),
          snapshotOf(TemplateFile.mapAt(RESOURCES, function, "Properties")),
          function);
    }
  }

  @Test
  void workflows_call_the_version_that_people_get_where_there_are_versions() {
    for (String machine : ofType("AWS::Serverless::StateMachine")) {
      TemplateFile.mapAt(RESOURCES, machine, "Properties", "DefinitionSubstitutions")
          .forEach(
              (place, value) -> {
                if (place.endsWith("FunctionArn")) {
                  String function = place.substring(0, place.length() - "Arn".length());
                  assertEquals(
                      WAITED_FOR.contains(function)
                          ? Map.of("Fn::Sub", "${" + function + ".Arn}:live")
                          : Map.of("Fn::GetAtt", function + ".Arn"),
                      value);
                }
              });
    }
  }

  @Test
  void the_morning_uses_every_snapshot_so_that_none_falls_asleep() {
    Map<String, Object> substitutions =
        TemplateFile.mapAt(RESOURCES, "ScheduleWorkflow", "Properties", "DefinitionSubstitutions");
    WAITED_FOR.forEach(
        function -> assertTrue(substitutions.containsKey(function + "Arn"), function));
  }

  private static Set<String> snapshotOf(Map<String, Object> function) {
    Set<String> found = new TreeSet<>(Set.of("AutoPublishAlias", "SnapStart"));
    found.retainAll(function.keySet());
    return found;
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
    assertEquals(
        Map.of("passages/", 30, "rapports/", 1095),
        TemplateFile.mapsAt(bucket, "LifecycleConfiguration", "Rules").stream()
            .collect(
                Collectors.toMap(
                    rule -> rule.get("Prefix"), rule -> rule.get("ExpirationInDays"))));
  }
}
