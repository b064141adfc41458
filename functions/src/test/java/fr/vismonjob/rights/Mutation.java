package fr.vismonjob.rights;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A copy of a template in which one policy says something else.
 *
 * @param what which statement, and what was done to it
 */
record Mutation(String what, Template template) {
  /** What people may do follows from no code; PeoplesPoliciesTest compares it with their guide. */
  private static final String FOR_PEOPLE = "AWS::IAM::ManagedPolicy";

  /**
   * Each policy of a resource removed, and each statement removed, without each of its parts, wider
   * in each, and turned round.
   */
  static List<Mutation> allOf(Template template) {
    Collector all = new Collector(template.root(), new ArrayList<>());
    List<Object> resources = List.of("Resources");
    for (String name : template.resources().keySet()) {
      String type = TemplateFile.textAt(template.resources(), name, "Type");
      if (type.endsWith("Policy") && !type.equals(FOR_PEOPLE)) {
        all.add(name + " removed", resources, map -> Collector.remove(map, name));
      }
    }
    all.walk(template.resources(), resources);
    return all.all();
  }

  private record Collector(Map<String, Object> root, List<Mutation> all) {
    void walk(Object node, List<Object> path) {
      switch (node) {
        case Map<?, ?> map when FOR_PEOPLE.equals(map.get("Type")) -> {}
        case Map<?, ?> map when map.containsKey("Effect") && map.containsKey("Action") ->
            mutate(map, path);
        case Map<?, ?> map -> {
          if (map.containsKey("ManagedPolicyArns")) {
            add("without managed policies", path, role -> remove(role, "ManagedPolicyArns"));
          }
          map.forEach((key, value) -> walk(value, with(path, key)));
        }
        case List<?> list -> {
          for (int i = 0; i < list.size(); i++) {
            walk(list.get(i), with(path, i));
          }
        }
        case null, default -> {}
      }
    }

    private void mutate(Map<?, ?> statement, List<Object> path) {
      Object at = path.getLast();
      add("removed", path.subList(0, path.size() - 1), list -> remove(list, at));
      set(path, "Effect", statement.get("Effect").equals("Allow") ? "Deny" : "Allow");
      set(path, "Action", "*");
      if (statement.containsKey("Resource")) {
        set(path, "Resource", statement.get("Resource").equals("*") ? "arn:aws:x" : "*");
      }
      for (String part : List.of("Action", "Resource")) {
        withoutEach(statement.get(part), with(path, part));
      }
      if (statement.get("Principal") instanceof Map<?, ?> kinds) {
        set(path, "Principal", "*");
        kinds.forEach((kind, who) -> withoutEach(who, with(with(path, "Principal"), kind)));
      } else if (statement.containsKey("Principal")) {
        set(path, "Principal", Map.of("Service", "lambda.amazonaws.com"));
      }
      if (statement.get("Condition") instanceof Map<?, ?> condition) {
        add("without Condition", path, map -> remove(map, "Condition"));
        condition.forEach(
            (operator, keys) -> {
              List<Object> there = with(with(path, "Condition"), operator);
              ((Map<?, ?>) keys)
                  .keySet()
                  .forEach(key -> set(there, key.toString(), "something else"));
            });
      } else {
        set(path, "Condition", Map.of("Bool", Map.of("aws:SecureTransport", "true")));
      }
    }

    /** One alone is the statement itself. */
    private void withoutEach(Object value, List<Object> path) {
      if (value instanceof List<?> list && list.size() > 1) {
        for (int i = 0; i < list.size(); i++) {
          int at = i;
          add("without " + list.get(i), path, parts -> remove(parts, at));
        }
      }
    }

    private void set(List<Object> path, String key, Object value) {
      add(key + " " + value, path, map -> put(map, key, value));
    }

    private void add(String what, List<Object> path, Consumer<Object> change) {
      Map<String, Object> copy = copy(root);
      Object node = copy;
      for (Object step : path) {
        node = node instanceof Map<?, ?> map ? map.get(step) : ((List<?>) node).get((int) step);
      }
      change.accept(node);
      all.add(new Mutation(path + " " + what, new Template(copy)));
    }

    private static List<Object> with(List<Object> path, Object step) {
      List<Object> longer = new ArrayList<>(path);
      longer.add(step);
      return longer;
    }

    private static void remove(Object from, Object key) {
      switch (from) {
        case List<?> list -> list.remove((int) key);
        case Map<?, ?> map -> map.remove(key);
        default -> throw new IllegalArgumentException(from.toString());
      }
    }

    @SuppressWarnings("unchecked")
    private static void put(Object map, String key, Object value) {
      ((Map<String, Object>) map).put(key, value);
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T node) {
      return switch (node) {
        case Map<?, ?> map -> {
          Map<Object, Object> copy = new LinkedHashMap<>();
          map.forEach((key, value) -> copy.put(key, copy(value)));
          yield (T) copy;
        }
        case List<?> list -> {
          List<Object> copy = new ArrayList<>();
          list.forEach(value -> copy.add(copy(value)));
          yield (T) copy;
        }
        case null, default -> node;
      };
    }
  }
}
