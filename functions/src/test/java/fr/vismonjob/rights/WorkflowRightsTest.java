package fr.vismonjob.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each state machine may do what its definition asks for, and no more. LocalStack asks for less
 * than Step Functions does.
 */
class WorkflowRightsTest {
  private static final Map<String, Map<String, Object>> MACHINES =
      Template.ofType("AWS::Serverless::StateMachine");

  /** For its log; CloudWatch Logs has no resource to name for these. */
  private static final List<String> DELIVER_LOGS =
      List.of(
          "logs:CreateLogDelivery",
          "logs:GetLogDelivery",
          "logs:UpdateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:DescribeResourcePolicies",
          "logs:DescribeLogGroups");

  private static Set<String> machines() {
    return MACHINES.keySet();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void a_workflow_may_do_what_its_definition_asks_for_and_nothing_else(String machine) {
    Set<Right> needed = new TreeSet<>();
    DELIVER_LOGS.forEach(action -> needed.add(new Right(action, "*")));
    Map<String, Object> properties = MACHINES.get(machine);
    collect(
        TemplateFile.read(TemplateFile.textAt(properties, "DefinitionUri")), properties, needed);
    assertEquals(Difference.NONE, Difference.between(needed, Template.ofMachine(machine)));
  }

  /** Of all states, wherever they are nested. */
  private static void collect(Object node, Map<String, Object> machine, Set<Right> needed) {
    switch (node) {
      case List<?> list -> list.forEach(each -> collect(each, machine, needed));
      case Map<?, ?> map -> {
        if (map.get("Resource") instanceof String resource) {
          needed.addAll(ofTask(resource, map, machine));
        }
        if ("DISTRIBUTED".equals(map.get("Mode"))) {
          needed.addAll(ofDistributedMap(named(machine.get("Name"))));
        }
        map.values().forEach(each -> collect(each, machine, needed));
      }
      case null, default -> {}
    }
  }

  /** By "Integrating AWS services" of Step Functions' guide, for the tasks that we have. */
  private static Set<Right> ofTask(String resource, Map<?, ?> state, Map<String, Object> machine) {
    return switch (resource) {
      case "arn:aws:states:::states:startExecution.sync:2" -> {
        String nested = parameter(state, "StateMachineArn", machine);
        String name = named(MACHINES.get(nested).get("Name"));
        Set<Right> rights = new TreeSet<>();
        rights.add(new Right("states:StartExecution", nested));
        rights.addAll(followExecutions(name + ":*"));
        Stream.of("PutTargets", "PutRule", "DescribeRule")
            .map(action -> "events:" + action)
            .map(
                action ->
                    new Right(action, "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"))
            .forEach(rights::add);
        yield rights;
      }
      case "arn:aws:states:::dynamodb:updateItem" ->
          Set.of(new Right("dynamodb:UpdateItem", parameter(state, "TableName", machine)));
      case "arn:aws:states:::s3:getObject" ->
          Set.of(new Right("s3:GetObject", parameter(state, "Bucket", machine) + "/passages/*"));
      case String function when function.matches("\\$\\{\\w+FunctionArn}") ->
          Set.of(new Right("lambda:InvokeFunction", substituted(function, machine)));
      default -> throw new AssertionError("what a task of " + resource + " needs is not known");
    };
  }

  /** Each batch is an execution of the same workflow, under the name of its map. */
  private static Set<Right> ofDistributedMap(String name) {
    Set<Right> rights = new TreeSet<>();
    rights.add(new Right("states:StartExecution", "stateMachine:" + name));
    rights.addAll(followExecutions(name + ":*"));
    rights.addAll(followExecutions(name + "/*"));
    return rights;
  }

  private static Set<Right> followExecutions(String of) {
    return Set.of(
        new Right("states:DescribeExecution", "execution:" + of),
        new Right("states:StopExecution", "execution:" + of));
  }

  private static String parameter(Map<?, ?> state, String name, Map<String, Object> machine) {
    return substituted(((Map<?, ?>) state.get("Parameters")).get(name).toString(), machine);
  }

  /** What stands in the template for <code>${Name}</code> in a definition. */
  private static String substituted(String place, Map<String, Object> machine) {
    return named(
        TemplateFile.at(
            machine, "DefinitionSubstitutions", place.substring(2, place.length() - 1)));
  }

  private static String named(Object value) {
    return Template.named(value);
  }

  @Test
  void the_schedule_may_start_the_morning_and_keep_one_that_it_could_not_start() {
    Map<String, Object> target =
        TemplateFile.mapAt(
            Template.ofType("AWS::Scheduler::Schedule").get("EveryMorning"), "Target");
    Set<Right> needed =
        new TreeSet<>(
            Set.of(
                new Right("states:StartExecution", named(target.get("Arn"))),
                new Right(
                    "sqs:SendMessage", named(TemplateFile.at(target, "DeadLetterConfig", "Arn")))));
    String role = named(target.get("RoleArn"));
    assertEquals(Difference.NONE, Difference.between(needed, Template.ofRole(role)));
  }
}
