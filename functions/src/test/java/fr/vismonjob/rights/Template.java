package fr.vismonjob.rights;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A template's resources, and by which names they are told of. */
record Template(Map<String, Object> root) {
  private static final Pattern ARN =
      Pattern.compile("arn:\\$\\{AWS::Partition}:\\w+:\\$\\{AWS::Region}:\\$\\{AWS::AccountId}:");

  static Template deployed() {
    return new Template(TemplateFile.template());
  }

  Map<String, Object> resources() {
    return TemplateFile.mapAt(root, "Resources");
  }

  /** The properties of all resources of a type, by their logical ids. */
  SortedMap<String, Map<String, Object>> ofType(String type) {
    return TemplateFile.ofType(resources(), type);
  }

  /** What the variables of functions stand for, by their names. */
  Map<String, String> variables() {
    Map<String, String> all = new TreeMap<>();
    putVariables(TemplateFile.mapAt(root, "Globals", "Function"), all);
    ofType("AWS::Serverless::Function").values().forEach(function -> putVariables(function, all));
    return all;
  }

  private static void putVariables(Map<String, Object> function, Map<String, String> all) {
    if (function.containsKey("Environment")) {
      TemplateFile.mapAt(function, "Environment", "Variables")
          .forEach((name, value) -> all.put(name, named(value)));
    }
  }

  Set<String> indexesOf(String table) {
    Map<String, Object> properties = TemplateFile.mapAt(resources(), table, "Properties");
    return !properties.containsKey("GlobalSecondaryIndexes")
        ? Set.of()
        : TemplateFile.mapsAt(properties, "GlobalSecondaryIndexes").stream()
            .map(index -> TemplateFile.textAt(index, "IndexName"))
            .collect(Collectors.toSet());
  }

  static List<?> all(Object oneOrMore) {
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
