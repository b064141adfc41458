package fr.vismonjob.function;

import java.util.HashMap;
import java.util.Map;

/**
 * What the deployment's parameters set for functions with an alias. They read it while they run: a
 * published version keeps its variables, so that a changed parameter would never reach it.
 *
 * @param values by their names, as template.yaml writes them: a line {@code NAME=value} for each
 */
record Settings(Map<String, String> values) {
  Settings {
    values = Map.copyOf(values);
  }

  static Settings parse(String text) {
    Map<String, String> values = new HashMap<>();
    for (String line : text.lines().toList()) {
      int sign = line.indexOf('=');
      if (sign > 0) {
        values.put(line.substring(0, sign), line.substring(sign + 1).strip());
      }
    }
    return new Settings(values);
  }

  String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "the settings hold no line " + name + "=…: template.yaml has to write it");
    }
    return value;
  }
}
