package fr.vismonjob.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.TemplateFile;
import fr.vismonjob.web.WebFunction;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each function's role allows what its code can reach, and no more. The local stack refuses what a
 * role does not allow as well, but only on the paths that a test walks there.
 */
class FunctionRightsTest {
  private static final CodeRights CODE = new CodeRights(Bytecode.beside(WebFunction.class));

  /** On paths that a value closes, which the code's shape does not show; each with its reason. */
  private static final Map<String, Set<Right>> NEVER_REACHED =
      Map.of(
          // Erasing at the end of the time for which data is kept tells nobody.
          "EraseFunction", Set.of(new Right("dynamodb:PutItem", "Mails")));

  private static final Map<String, Map<String, Object>> FUNCTIONS =
      Template.ofType("AWS::Serverless::Function");

  private static Set<String> functions() {
    return FUNCTIONS.keySet();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_function_may_do_what_its_code_can_reach_and_nothing_else(String name) {
    Map<String, Object> function = FUNCTIONS.get(name);
    Set<Right> allowed =
        Template.ofRole(TemplateFile.textAt(function, "Role", "Fn::GetAtt").replace(".Arn", ""));
    Set<Right> needed = CODE.of(TemplateFile.textAt(function, "Handler"), allowed);
    Set<Right> neverReached = NEVER_REACHED.getOrDefault(name, Set.of());
    assertTrue(needed.containsAll(neverReached), "an exception that is none any more");
    needed.removeAll(neverReached);
    needed.addAll(forLambdaItself(function));
    assertEquals(Difference.NONE, Difference.between(needed, allowed));
  }

  /**
   * What Lambda does in the name of the function: writes its log, reads its stream, tells losses.
   */
  private static Set<Right> forLambdaItself(Map<String, Object> function) {
    Set<Right> rights = new TreeSet<>();
    rights.add(new Right("logs:CreateLogStream", "FunctionsLog"));
    rights.add(new Right("logs:PutLogEvents", "FunctionsLog"));
    addDestination(function.get("EventInvokeConfig"), rights);
    if (function.get("Events") instanceof Map<?, ?> events) {
      for (Object value : events.values()) {
        @SuppressWarnings("unchecked")
        Map<String, Object> event = (Map<String, Object>) value;
        if (event.get("Type").equals("DynamoDB")) {
          Map<String, Object> properties = TemplateFile.mapAt(event, "Properties");
          String table = Template.named(properties.get("Stream")).replace(".StreamArn", "");
          Stream.of("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams")
              .forEach(action -> rights.add(new Right("dynamodb:" + action, table + "/stream/*")));
          addDestination(properties, rights);
        }
      }
    }
    return rights;
  }

  @SuppressWarnings("unchecked")
  private static void addDestination(Object configuration, Set<Right> rights) {
    if (configuration instanceof Map<?, ?> map && map.containsKey("DestinationConfig")) {
      Object queue =
          TemplateFile.at(
              (Map<String, Object>) map, "DestinationConfig", "OnFailure", "Destination");
      rights.add(new Right("sqs:SendMessage", Template.named(queue)));
    }
  }
}
