package fr.vismonjob.rights;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the template says of rights, and by which names. */
final class Template {
  private static final Map<String, Object> TEMPLATE = TemplateFile.template();
  private static final Map<String, Object> RESOURCES = TemplateFile.mapAt(TEMPLATE, "Resources");
  private static final Pattern ARN =
      Pattern.compile("arn:\\$\\{AWS::Partition}:\\w+:\\$\\{AWS::Region}:\\$\\{AWS::AccountId}:");

  private Template() {}

  /** The properties of all resources of a type, by their logical ids. */
  static SortedMap<String, Map<String, Object>> ofType(String type) {
    SortedMap<String, Map<String, Object>> found = new TreeMap<>();
    for (String name : RESOURCES.keySet()) {
      if (type.equals(TemplateFile.at(RESOURCES, name, "Type"))) {
        found.put(name, TemplateFile.mapAt(RESOURCES, name, "Properties"));
      }
    }
    return found;
  }

  /** What the variables of functions stand for, by their names. */
  static Map<String, String> variables() {
    Map<String, String> all = new TreeMap<>();
    putVariables(TemplateFile.mapAt(TEMPLATE, "Globals", "Function"), all);
    ofType("AWS::Serverless::Function").values().forEach(function -> putVariables(function, all));
    return all;
  }

  private static void putVariables(Map<String, Object> function, Map<String, String> all) {
    if (function.containsKey("Environment")) {
      TemplateFile.mapAt(function, "Environment", "Variables")
          .forEach((name, value) -> all.put(name, named(value)));
    }
  }

  static Set<String> indexesOf(String table) {
    Map<String, Object> properties = TemplateFile.mapAt(RESOURCES, table, "Properties");
    return !properties.containsKey("GlobalSecondaryIndexes")
        ? Set.of()
        : TemplateFile.mapsAt(properties, "GlobalSecondaryIndexes").stream()
            .map(index -> TemplateFile.textAt(index, "IndexName"))
            .collect(Collectors.toSet());
  }

  /** What the role of a function or of a schedule may do. */
  static Set<Right> ofRole(String role) {
    Set<Right> rights = new TreeSet<>();
    for (Map<String, Object> policy :
        TemplateFile.mapsAt(RESOURCES, role, "Properties", "Policies")) {
      rights.addAll(rights(TemplateFile.mapAt(policy, "PolicyDocument")));
    }
    return rights;
  }

  /** What a state machine may do; SAM makes a role of it. */
  static Set<Right> ofMachine(String machine) {
    Set<Right> rights = new TreeSet<>();
    for (Map<String, Object> policy :
        TemplateFile.mapsAt(RESOURCES, machine, "Properties", "Policies")) {
      rights.addAll(rights(policy));
    }
    return rights;
  }

  private static Set<Right> rights(Map<String, Object> policy) {
    Set<Right> rights = new TreeSet<>();
    for (Map<String, Object> statement : TemplateFile.mapsAt(policy, "Statement")) {
      for (Object action : all(TemplateFile.at(statement, "Action"))) {
        for (Object resource : all(TemplateFile.at(statement, "Resource"))) {
          rights.add(new Right(action.toString(), named(resource)));
        }
      }
    }
    return rights;
  }

  private static List<?> all(Object oneOrMore) {
    return oneOrMore instanceof List<?> list ? list : List.of(oneOrMore);
  }

  /** {@code Pairs/index/x} for <code>!Sub "${Pairs.Arn}/index/x"</code>, and others alike. */
  static String named(Object value) {
    if (!(value instanceof Map<?, ?> function)) {
      return value.toString();
    }
    String argument = function.values().iterator().next().toString();
    if (function.containsKey("Fn::Sub")) {
      String named = argument.replaceAll("\\$\\{(\\w+)(\\.Arn)?}", "$1");
      return ARN.matcher(named).replaceFirst("");
    }
    return argument.replaceFirst("\\.Arn$", "");
  }
}
