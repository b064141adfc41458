package fr.vismonjob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.TemplateFile;
import fr.vismonjob.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The dashboard and the saved queries, which no local emulator has. */
class DashboardTest {
  private static final Map<String, Object> TEMPLATE = TemplateFile.template();
  private static final Map<String, Object> RESOURCES = TemplateFile.mapAt(TEMPLATE, "Resources");

  private static String body() {
    return TemplateFile.textAt(RESOURCES, "Dashboard", "Properties", "DashboardBody", "Fn::Sub");
  }

  private static List<Map<String, Object>> widgets() {
    String json = body().replaceAll("\\$\\{ConcurrencyAlarmAt}", "800");
    return TemplateFile.mapsAt(Json.readObject(json.getBytes(StandardCharsets.UTF_8)), "widgets");
  }

  @Test
  void each_widget_shows_metrics_that_there_are() {
    int shown = 0;
    for (Map<String, Object> widget : widgets()) {
      if (widget.get("type").equals("metric")) {
        Map<String, Object> properties = TemplateFile.mapAt(widget, "properties");
        for (Object metric : (List<?>) TemplateFile.at(properties, "metrics")) {
          check(TemplateFile.textAt(properties, "title"), (List<?>) metric);
          shown++;
        }
      }
    }
    assertTrue(shown > 30, shown + " metrics");
  }

  private static void check(String title, List<?> metric) {
    List<String> texts = new ArrayList<>();
    for (Object part : metric) {
      if (part instanceof String text) {
        texts.add(text);
      }
    }
    Map<String, Object> dimensions = new TreeMap<>();
    for (int i = 2; i < texts.size(); i += 2) {
      dimensions.put(texts.get(i), texts.get(i + 1));
    }
    KnownMetrics.check(title, texts.get(0), texts.get(1), dimensions);
  }

  /** CloudFormation refuses a name that it does not know only while it deploys. */
  @Test
  void what_the_dashboard_names_is_in_the_template() {
    Set<String> names =
        Pattern.compile("\\$\\{(\\w+)[.}]")
            .matcher(body())
            .results()
            .map(name -> name.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    names.removeAll(RESOURCES.keySet());
    names.removeAll(TemplateFile.mapAt(TEMPLATE, "Parameters").keySet());
    assertEquals(Set.of(), names);
  }

  @Test
  void widgets_lie_beside_each_other() {
    Set<String> cells = new TreeSet<>();
    for (Map<String, Object> widget : widgets()) {
      for (int x = 0; x < (int) TemplateFile.at(widget, "width"); x++) {
        for (int y = 0; y < (int) TemplateFile.at(widget, "height"); y++) {
          int column = x + (int) TemplateFile.at(widget, "x");
          String cell = column + " " + (y + (int) TemplateFile.at(widget, "y"));
          assertTrue(column < 24 && cells.add(cell), cell);
        }
      }
    }
  }

  @Test
  void each_saved_query_is_named_in_the_runbook_and_asks_for_nothing_personal() throws IOException {
    String runbook = Files.readString(Path.of("../docs/runbook-alarms.md"));
    int queries = 0;
    for (String name : RESOURCES.keySet()) {
      if (TemplateFile.at(RESOURCES, name, "Type").equals("AWS::Logs::QueryDefinition")) {
        Map<String, Object> query = TemplateFile.mapAt(RESOURCES, name, "Properties");
        String shown =
            TemplateFile.textAt(query, "Name", "Fn::Sub").replace("${AWS::StackName}/", "");
        assertTrue(runbook.contains("`" + shown + "`"), shown);
        assertFalse(query.get("QueryString").toString().matches("(?s).*(nom|courriel|link).*"));
        queries++;
      }
    }
    assertEquals(4, queries);
  }
}
