package fr.vismonjob.function;

import fr.vismonjob.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The paths and intrinsic functions of the Amazon States Language that our workflows use. */
final class Paths {
  private static final Pattern STEP =
      Pattern.compile("\\.(\\w+)|\\[(\\d+)]|\\[\\?\\(@\\.(\\w+)\\)]|(\\[\\*])");
  private static final Pattern CALL = Pattern.compile("States\\.(\\w+)\\((.*)\\)");

  private Paths() {}

  /** A template with the values of its {@code .$} members in place. */
  static Object filled(Object template, Object data, Map<String, Object> context) {
    if (!(template instanceof Map<?, ?> map)) {
      return template;
    }
    Map<String, Object> filled = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (name.endsWith(".$")) {
            filled.put(
                name.substring(0, name.length() - 2),
                required(String.valueOf(value), data, context));
          } else {
            filled.put(name, filled(value, data, context));
          }
        });
    return filled;
  }

  static Object required(String expression, Object data, Map<String, Object> context) {
    Object value = value(expression, data, context);
    if (value == null) {
      throw new IllegalArgumentException("nothing at " + expression + " of " + data);
    }
    return value;
  }

  /** The value, or nothing if there is none. */
  static @Nullable Object value(String expression, Object data, Map<String, Object> context) {
    Matcher call = CALL.matcher(expression);
    if (call.matches()) {
      return called(call.group(1), call.group(2), data, context);
    }
    if (expression.startsWith("$$")) {
      return step(context, expression.substring(2));
    }
    return step(data, expression.substring(1));
  }

  private static Object called(
      String function, String arguments, Object data, Map<String, Object> context) {
    return switch (function) {
      case "MathAdd" -> {
        int comma = arguments.indexOf(',');
        Object left = required(arguments.substring(0, comma), data, context);
        yield ((Number) left).intValue() + Integer.parseInt(arguments.substring(comma + 1).strip());
      }
      case "StringToJson" ->
          arguments.startsWith("'")
              ? Integer.parseInt(arguments.substring(1, arguments.length() - 1))
              : Json.readObject(
                  String.valueOf(required(arguments, data, context))
                      .getBytes(StandardCharsets.UTF_8));
      case "ArrayContains" -> {
        int comma = arguments.indexOf(',');
        List<?> list = (List<?>) required(arguments.substring(0, comma), data, context);
        yield list.contains(Boolean.valueOf(arguments.substring(comma + 1).strip()));
      }
      case "Format" -> {
        int end = arguments.lastIndexOf("', ");
        String value = String.valueOf(required(arguments.substring(end + 3), data, context));
        yield arguments.substring(1, end).replace("{}", value);
      }
      case "JsonToString" -> Json.write(required(arguments, data, context));
      default -> throw new IllegalArgumentException("no such function: " + function);
    };
  }

  private static @Nullable Object step(Object from, String path) {
    Object value = from;
    Matcher steps = STEP.matcher(path);
    while (steps.find() && value != null) {
      if (steps.group(4) != null) {
        String rest = path.substring(steps.end());
        return ((List<?>) value).stream().map(each -> step(each, rest)).toList();
      }
      value =
          switch (value) {
            case Map<?, ?> map when steps.group(1) != null -> map.get(steps.group(1));
            case List<?> list when steps.group(2) != null -> {
              int index = Integer.parseInt(steps.group(2));
              yield index < list.size() ? list.get(index) : null;
            }
            case List<?> list when steps.group(3) != null -> {
              String member = steps.group(3);
              yield list.stream()
                  .filter(each -> each instanceof Map<?, ?> map && map.containsKey(member))
                  .toList();
            }
            default -> null;
          };
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }
}
