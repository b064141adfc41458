package fr.vismonjob.page;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.Map;
import java.util.TreeMap;

/** What the API answers by itself, as template.yaml has it. */
final class GatewayPages {
  private GatewayPages() {}

  /** The pages by the kind of answer, such as {@code THROTTLED}. */
  static Map<String, String> html() {
    return bodies("text/html");
  }

  static Map<String, String> json() {
    return bodies("application/json");
  }

  static Map<String, Object> headers(String kind) {
    return TemplateFile.mapAt(answers(), kind, "ResponseParameters", "Headers");
  }

  private static Map<String, String> bodies(String type) {
    Map<String, String> bodies = new TreeMap<>();
    for (String kind : answers().keySet()) {
      bodies.put(
          kind,
          TemplateFile.at(answers(), kind, "ResponseTemplates", type)
              .toString()
              .replace("$context.requestId", "c6af9ac6-7b61-11e6-9a41-93e8deadbeef"));
    }
    return bodies;
  }

  private static Map<String, Object> answers() {
    return TemplateFile.mapAt(
        TemplateFile.template(), "Resources", "Api", "Properties", "GatewayResponses");
  }
}
