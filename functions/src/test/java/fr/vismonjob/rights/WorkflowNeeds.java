package fr.vismonjob.rights;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which rights the state machines need by their definitions. LocalStack asks for less than Step
 * Functions does.
 */
final class WorkflowNeeds {
  /** For its log; CloudWatch Logs has no resource to name for these. */
  static final List<String> DELIVER_LOGS =
      List.of(
          "logs:CreateLogDelivery",
          "logs:GetLogDelivery",
          "logs:UpdateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:DescribeResourcePolicies",
          "logs:DescribeLogGroups");

  private final SortedMap<String, Map<String, Object>> machines;

  private WorkflowNeeds(Template template) {
    this.machines = template.ofType("AWS::Serverless::StateMachine");
  }

  static SortedMap<String, Set<Right>> byMachine(Template template) {
    WorkflowNeeds of = new WorkflowNeeds(template);
    SortedMap<String, Set<Right>> needs = new TreeMap<>();
    of.machines.forEach((name, machine) -> needs.put(name, of.definition(machine)));
    return needs;
  }

  private Set<Right> definition(Map<String, Object> machine) {
    Set<Right> needed = new TreeSet<>();
    DELIVER_LOGS.forEach(action -> needed.add(new Right(action, "*")));
    collect(TemplateFile.read(TemplateFile.textAt(machine, "DefinitionUri")), machine, needed);
    return needed;
  }

  /** Of all states, wherever they are nested. */
  private void collect(Object node, Map<String, Object> machine, Set<Right> needed) {
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
  private Set<Right> ofTask(String resource, Map<?, ?> state, Map<String, Object> machine) {
    return switch (resource) {
      case "arn:aws:states:::states:startExecution.sync:2" -> {
        String nested = parameter(state, "StateMachineArn", machine);
        String name = named(machines.get(nested).get("Name"));
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
}
