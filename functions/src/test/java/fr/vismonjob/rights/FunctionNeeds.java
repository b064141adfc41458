package fr.vismonjob.rights;

import fr.vismonjob.dynamodb.TemplateFile;
import fr.vismonjob.web.WebFunction;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which rights the functions' roles need: for what their code can reach, and for Lambda itself. */
final class FunctionNeeds {
  /** On paths that a value closes, which the code's shape does not show; each with its reason. */
  private static final Map<String, Set<Right>> NEVER_REACHED =
      Map.of(
          // Erasing at the end of the time for which data is kept tells nobody.
          "EraseFunction",
              Set.of(
                  new Right("dynamodb:PutItem", "Mails"),
                  new Right("dynamodb:GetItem", "Subscriptions"),
                  new Right("dynamodb:DeleteItem", "Subscriptions"),
                  new Right("secretsmanager:GetSecretValue", "LinkKey")),
          // A mail of a campaign is none of its.
          "MailStreamFunction", Set.of(new Right("dynamodb:GetItem", "Subscriptions")),
          // What goes to an address that has not confirmed is neither an offer of coaching, which
          // follows the confirmation, nor a mail of a subscription.
          "PostponedMailsFunction",
              Set.of(
                  new Right("dynamodb:Scan", "CoachingSlots"),
                  new Right("dynamodb:GetItem", "Subscriptions")));

  private final CodeRights code;

  private FunctionNeeds(CodeRights code) {
    this.code = code;
  }

  static SortedMap<String, Set<Right>> byRole(Template template) {
    FunctionNeeds needs =
        new FunctionNeeds(new CodeRights(Bytecode.beside(WebFunction.class), template));
    SortedMap<String, Set<Right>> byRole = new TreeMap<>();
    template
        .ofType("AWS::Serverless::Function")
        .forEach(
            (name, function) ->
                byRole.put(Template.named(function.get("Role")), needs.of(name, function)));
    return byRole;
  }

  private Set<Right> of(String name, Map<String, Object> function) {
    Set<Right> needed = code.of(TemplateFile.textAt(function, "Handler"));
    Set<Right> neverReached = NEVER_REACHED.getOrDefault(name, Set.of());
    if (!needed.containsAll(neverReached)) {
      throw new AssertionError("an exception that is none any more: " + neverReached);
    }
    needed.removeAll(neverReached);
    needed.addAll(forLambdaItself(function));
    return needed;
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
          rights.add(new Right("dynamodb:ListStreams", "*"));
          Stream.of("DescribeStream", "GetRecords", "GetShardIterator")
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
