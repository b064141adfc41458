package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TemplateFile;
import fr.vismonjob.metric.MetricLines;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The routes stand in the template, in the two web functions and in openapi.yaml: the same ones.
 */
class RoutesTest {
  private static final Wiring WIRING =
      LocalSite.wiring(
          new LocalTables(), InstantSource.system(), MemoryFiles::new, new MetricLines());
  private static final Set<String> OF_STRANGERS = SiteFunction.routes(WIRING).keySet();
  private static final Set<String> OF_PERSONS = PersonFunction.routes(WIRING).keySet();

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

  private static Set<String> ofTemplate(String function) {
    return LocalSite.Route.ofTemplate().stream()
        .filter(route -> route.function().equals(function))
        .map(LocalSite.Route::path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void strangers_routes_lead_to_their_function_and_what_has_no_page_as_well() {
    assertEquals(with(OF_STRANGERS, Set.of("/{proxy+}")), ofTemplate("SiteFunction"));
  }

  @Test
  void the_routes_with_a_link_lead_to_the_function_that_may_do_what_they_do() {
    assertEquals(new TreeSet<>(OF_PERSONS), ofTemplate("PersonFunction"));
  }

  @Test
  void no_other_function_answers_the_site() {
    functions()
        .forEach(
            (name, properties) ->
                assertEquals(
                    Set.of("SiteFunction", "PersonFunction").contains(name),
                    String.valueOf(properties.get("Events")).contains("Type=Api"),
                    name));
  }

  @Test
  void openapi_names_every_route() {
    assertEquals(
        with(OF_STRANGERS, OF_PERSONS),
        new TreeSet<>(TemplateFile.mapAt(TemplateFile.read("openapi.yaml"), "paths").keySet()));
  }

  private static Set<String> with(Set<String> some, Set<String> more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }
}
