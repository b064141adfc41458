package fr.vismonjob.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How roles are written; which rights each has to have is compared in {@code rights}. */
class RolesTest {
  private static final Map<String, Object> RESOURCES =
      TemplateFile.mapAt(TemplateFile.template(), "Resources");

  /**
   * Those for which the service authorization reference (of CloudWatch Logs, DynamoDB, SES) has no
   * resource type.
   */
  private static final Set<String> WITHOUT_RESOURCE =
      Stream.concat(
              WorkflowNeeds.DELIVER_LOGS.stream(),
              Stream.of("dynamodb:ListStreams", "ses:GetSendQuota"))
          .collect(Collectors.toSet());

  private static Map<String, Map<String, Object>> ofType(String type) {
    return TemplateFile.ofType(RESOURCES, type);
  }

  private static Set<String> functions() {
    return ofType("AWS::Serverless::Function").keySet();
  }

  /**
   * Everything that acts: the roles, and the state machines, whose roles SAM makes of their
   * policies.
   */
  private static Map<String, List<Map<String, Object>>> statements() {
    Map<String, List<Map<String, Object>>> all = new TreeMap<>();
    ofType("AWS::IAM::Role").entrySet().stream()
        .filter(role -> role.getValue().containsKey("Policies"))
        .forEach(
            role ->
                TemplateFile.mapsAt(role.getValue(), "Policies")
                    .forEach(
                        policy ->
                            all.computeIfAbsent(role.getKey(), _ -> new ArrayList<>())
                                .addAll(
                                    TemplateFile.mapsAt(policy, "PolicyDocument", "Statement"))));
    ofType("AWS::Serverless::StateMachine")
        .forEach(
            (name, machine) ->
                TemplateFile.mapsAt(machine, "Policies")
                    .forEach(
                        policy ->
                            all.computeIfAbsent(name, _ -> new ArrayList<>())
                                .addAll(TemplateFile.mapsAt(policy, "Statement"))));
    return all;
  }

  private static Set<String> whoActs() {
    return statements().keySet();
  }

  /** What one text or a list of them holds; an intrinsic function is one. */
  private static List<?> all(Object oneOrMore) {
    return oneOrMore instanceof List<?> list ? list : List.of(oneOrMore);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_function_has_a_role_of_its_own_and_nothing_that_SAM_would_add(String function) {
    Map<String, Object> properties = TemplateFile.mapAt(RESOURCES, function, "Properties");
    assertEquals(Map.of("Fn::GetAtt", function + "Role.Arn"), properties.get("Role"));
    assertFalse(properties.containsKey("Policies"), "SAM ignores them beside a role");
    assertTrue(whoActs().contains(function + "Role"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_functions_role_is_for_functions_only(String function) {
    assertEquals(
        Map.of("Service", "lambda.amazonaws.com"),
        TemplateFile.mapsAt(
                RESOURCES, function + "Role", "Properties", "AssumeRolePolicyDocument", "Statement")
            .getFirst()
            .get("Principal"));
  }

  @Test
  void there_is_no_role_without_its_user() {
    Set<String> roles = new TreeSet<>(ofType("AWS::IAM::Role").keySet());
    functions().forEach(function -> roles.remove(function + "Role"));
    assertEquals(
        Set.of("ApiLogAccountRole", "EveryHourRole", "EveryMorningRole", "MorningCheckRole"),
        roles);
  }

  @Test
  void no_policy_is_managed_elsewhere_but_the_one_that_API_Gateway_asks_for() {
    ofType("AWS::IAM::Role")
        .forEach(
            (name, role) ->
                assertEquals(
                    name.equals("ApiLogAccountRole"), role.containsKey("ManagedPolicyArns"), name));
    ofType("AWS::Serverless::StateMachine")
        .forEach((name, machine) -> assertFalse(machine.containsKey("Tracing"), name));
  }

  @ParameterizedTest
  @MethodSource("whoActs")
  void each_statement_names_its_actions_and_its_resources(String who) {
    for (Map<String, Object> statement : statements().get(who)) {
      List<?> actions = all(TemplateFile.at(statement, "Action"));
      assertEquals(
          actions.contains("ses:SendRawEmail")
              ? Set.of("Effect", "Action", "Resource", "Condition")
              : Set.of("Effect", "Action", "Resource"),
          statement.keySet(),
          who);
      for (Object action : actions) {
        assertFalse(action.toString().contains("*"), who + " may do " + action);
      }
      if (!WITHOUT_RESOURCE.containsAll(actions)) {
        for (Object resource : all(TemplateFile.at(statement, "Resource"))) {
          assertFalse(resource.toString().startsWith("*"), who + " may act on everything");
        }
      }
    }
  }

  private static void assertMay(String who, String action, Object resource) {
    assertTrue(
        statements().get(who).stream()
            .anyMatch(
                statement ->
                    all(TemplateFile.at(statement, "Action")).contains(action)
                        && all(TemplateFile.at(statement, "Resource")).contains(resource)),
        () -> who + " may not " + action + " on " + resource);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SolveFunctionRole", "ReportFunctionRole"})
  void a_step_may_read_the_files_that_a_step_before_it_left(String who) {
    assertMay(who, "s3:GetObject", Map.of("Fn::Sub", "${ReportBucket.Arn}/passages/*"));
  }

  @Test
  void what_a_stranger_asks_for_can_delete_and_alter_nothing() {
    List<String> actions =
        statements().get("SiteFunctionRole").stream()
            .flatMap(statement -> all(TemplateFile.at(statement, "Action")).stream())
            .map(String::valueOf)
            .filter(action -> !action.matches("[a-z]+:(Get|Scan|Query|ConditionCheck).*"))
            .toList();
    assertEquals(
        List.of(
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "dynamodb:PutItem",
            "dynamodb:PutItem",
            "dynamodb:PutItem"),
        actions);
  }

  @Test
  void whoever_holds_a_report_s_address_may_read_reports_and_not_the_runs_files() {
    assertMay(
        "PersonFunctionRole", "s3:GetObject", Map.of("Fn::Sub", "${ReportBucket.Arn}/rapports/*"));
    assertFalse(statements().get("PersonFunctionRole").toString().contains("passages"));
  }
}
