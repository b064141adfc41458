package fr.vismonjob;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RoutesTest {
  /** Paths that the template's catch-all leads to the site's own function. */
  private static final Set<String> OF_SITE_FUNCTION =
      Set.of(
          "/communes",
          "/accessibilite",
          "/donnees-personnelles",
          "/mentions-legales",
          "/sante",
          "/assets/{name}");

  private static Map<String, Map<String, Object>> functions() {
    Map<String, Map<String, Object>> functions = new TreeMap<>();
    Map<String, Object> resources = TemplateFile.mapAt(TemplateFile.template(), "Resources");
    resources.forEach(
        (name, resource) -> {
          if (resource instanceof Map<?, ?> map
              && "AWS::Serverless::Function".equals(map.get("Type"))) {
            functions.put(name, TemplateFile.mapAt(resources, name, "Properties"));
          }
        });
    return functions;
  }

  @TestFactory
  Stream<DynamicTest> every_function_of_the_template_has_its_class() {
    return functions().entrySet().stream()
        .map(
            function ->
                DynamicTest.dynamicTest(
                    function.getKey(),
                    () -> {
                      String handler = TemplateFile.textAt(function.getValue(), "Handler");
                      assertEquals("fr.vismonjob.function." + function.getKey(), handler);
                      Class.forName(handler);
                    }));
  }

  @Test
  void the_template_and_openapi_name_the_same_paths() {
    Set<String> routes = new TreeSet<>(OF_SITE_FUNCTION);
    functions()
        .values()
        .forEach(
            function -> {
              if (function.get("Events") instanceof Map<?, ?> events) {
                events.values().stream()
                    .map(event -> event instanceof Map<?, ?> map ? map.get("Properties") : null)
                    .filter(
                        properties ->
                            properties instanceof Map<?, ?> map && map.containsKey("Path"))
                    .map(properties -> String.valueOf(((Map<?, ?>) properties).get("Path")))
                    .filter(path -> !path.contains("proxy+"))
                    .forEach(routes::add);
              }
            });
    Set<String> documented =
        new TreeSet<>(TemplateFile.mapAt(TemplateFile.read("openapi.yaml"), "paths").keySet());
    assertEquals(documented, routes);
  }
}
