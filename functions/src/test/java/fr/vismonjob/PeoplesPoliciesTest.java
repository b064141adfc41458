package fr.vismonjob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.TemplateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What organisers and auditors may do, beside what the organisers' guide tells them to do. */
class PeoplesPoliciesTest {
  private static final Map<String, Object> RESOURCES =
      TemplateFile.mapAt(TemplateFile.template(), "Resources");
  private static final Set<String> TABLES =
      Set.of("Editions", "Registrations", "CoachingSlots", "Pairs", "Mails");

  /** Marks that the application is to know, so that no role has to change on that day. */
  private static final Map<String, Set<String>> ANNOUNCED =
      Map.of(
          "Editions", Set.of("publication", "accord"),
          "Registrations", Set.of("a_apparier_avec"));

  /** Kept by the application from then on; an organiser writes them once, with a new slot. */
  private static final Set<String> AT_FIRST = Set.of("places_restantes", "inscrits");

  private static List<Map<String, Object>> statements(String policy) {
    return TemplateFile.mapsAt(RESOURCES, policy, "Properties", "PolicyDocument", "Statement");
  }

  private static List<?> all(Object oneOrMore) {
    return oneOrMore instanceof List<?> list ? list : List.of(oneOrMore);
  }

  /** By table, which attributes an organiser may write by this action. */
  private static Map<String, Set<String>> writable(String action) {
    Map<String, Set<String>> writable = new TreeMap<>();
    for (Map<String, Object> statement : statements("OrganiserPolicy")) {
      if (all(statement.get("Action")).contains(action)) {
        Map<String, Object> condition = TemplateFile.mapAt(statement, "Condition");
        Set<String> attributes = new TreeSet<>();
        for (Object name :
            all(TemplateFile.at(condition, "ForAllValues:StringEquals", "dynamodb:Attributes"))) {
          attributes.add(name.toString());
        }
        assertEquals(
            "false",
            TemplateFile.at(condition, "Null", "dynamodb:Attributes"),
            "a request that names no attribute would pass");
        if (!action.endsWith("Insert")) {
          assertEquals(
              List.of("NONE", "UPDATED_OLD", "UPDATED_NEW"),
              TemplateFile.at(condition, "StringEqualsIfExists", "dynamodb:ReturnValues"));
        }
        String table = TemplateFile.textAt(statement, "Resource", "Fn::GetAtt");
        assertTrue(writable.put(table.replace(".Arn", ""), attributes) == null, table);
      }
    }
    return writable;
  }

  /** By table, which attributes the statements of the guide write or find the item by. */
  private static Map<String, Set<String>> named() throws IOException {
    String guide = Files.readString(Path.of("../docs/guide-organisateurs.md"));
    Map<String, Set<String>> named = new TreeMap<>();
    Matcher statements =
        Pattern.compile("(?s)```sql\\n(?:INSERT INTO|UPDATE) \"…(\\w+)…\"(.*?)```").matcher(guide);
    while (statements.find()) {
      Set<String> attributes = named.computeIfAbsent(statements.group(1), _ -> new TreeSet<>());
      Pattern.compile("'(\\w+)':|(?:SET|REMOVE|WHERE|AND) (\\w+)|, (\\w+) = ")
          .matcher(statements.group(2))
          .results()
          .forEach(
              name ->
                  attributes.add(
                      name.group(1) != null
                          ? name.group(1)
                          : name.group(2) != null ? name.group(2) : name.group(3)));
    }
    named.get("Editions").addAll(namesInTheTable(guide));
    ANNOUNCED.forEach((table, marks) -> named.get(table).addAll(marks));
    return named;
  }

  private static Set<String> namesInTheTable(String guide) {
    return Pattern.compile("(?m)^\\| `(\\w+)` \\| (?:texte|nombre|liste) \\|")
        .matcher(guide)
        .results()
        .map(row -> row.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void organisers_may_change_what_their_guide_names_and_nothing_else() throws IOException {
    Map<String, Set<String>> named = named();
    named.get("CoachingSlots").removeAll(AT_FIRST);
    assertEquals(named, writable("dynamodb:PartiQLUpdate"));
    assertEquals(named, writable("dynamodb:UpdateItem"));
  }

  @Test
  void organisers_may_make_editions_and_coaching_slots() throws IOException {
    Map<String, Set<String>> named = named();
    named.keySet().retainAll(Set.of("Editions", "CoachingSlots"));
    assertEquals(named, writable("dynamodb:PartiQLInsert"));
  }

  @Test
  void organisers_may_read_what_they_work_with_and_delete_and_replace_nothing() {
    Set<String> tables = new TreeSet<>();
    Set<String> actions = new TreeSet<>();
    for (Map<String, Object> statement : statements("OrganiserPolicy")) {
      assertEquals("Allow", statement.get("Effect"));
      all(statement.get("Action")).forEach(action -> actions.add(action.toString()));
      if (all(statement.get("Action")).contains("dynamodb:PartiQLSelect")) {
        all(statement.get("Resource"))
            .forEach(
                resource ->
                    tables.add(((Map<?, ?>) resource).values().iterator().next().toString()));
      }
    }
    Set<String> readable = new TreeSet<>();
    for (String table : TABLES) {
      readable.add(table + ".Arn");
      if (TemplateFile.mapAt(RESOURCES, table, "Properties")
          .containsKey("GlobalSecondaryIndexes")) {
        readable.add("${" + table + ".Arn}/index/*");
      }
    }
    assertEquals(readable, tables);
    assertEquals(
        Set.of(
            "dynamodb:UpdateItem",
            "dynamodb:PartiQLUpdate",
            "dynamodb:PartiQLInsert",
            "lambda:InvokeFunction"),
        actions.stream().filter(PeoplesPoliciesTest::changes).collect(Collectors.toSet()));
  }

  private static boolean changes(String action) {
    return !action.matches("[a-z0-9]+:(Get|BatchGet|List|Describe|Query|Scan|PartiQLSelect).*");
  }

  @Test
  void auditors_change_nothing_and_read_nobodys_data() {
    for (Map<String, Object> statement : statementsOfAuditors()) {
      for (Object action : all(statement.get("Action"))) {
        assertTrue(
            action
                .toString()
                .matches("[a-z0-9]+:(Describe|List|Get|Lookup|FilterLog|StartQuery).*"),
            action::toString);
        assertFalse(
            action.toString().matches("dynamodb:(Get|List).*|states:GetExecution.*"),
            action::toString);
      }
      assertFalse(statement.get("Resource").toString().contains("ReportBucket"));
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> statementsOfAuditors() {
    return statements("AuditorPolicy").stream()
        .map(
            statement ->
                statement.containsKey("Fn::If")
                    ? (Map<String, Object>) all(statement.get("Fn::If")).get(1)
                    : statement)
        .toList();
  }

  @Test
  void the_trail_has_the_writes_to_all_tables() {
    Map<String, Object> trail = TemplateFile.mapAt(RESOURCES, "Trail", "Properties");
    Map<String, Object> selected = new TreeMap<>();
    for (Map<String, Object> selector :
        TemplateFile.mapsAt(
            TemplateFile.mapsAt(trail, "AdvancedEventSelectors").getFirst(), "FieldSelectors")) {
      selected.put(TemplateFile.textAt(selector, "Field"), selector.get("Equals"));
    }
    Set<Object> tables = new TreeSet<>();
    for (String name : RESOURCES.keySet()) {
      if (TemplateFile.at(RESOURCES, name, "Type").equals("AWS::DynamoDB::Table")) {
        tables.add(Map.of("Fn::GetAtt", name + ".Arn").toString());
      }
    }
    assertEquals(
        tables,
        all(TemplateFile.at(selected, "resources.ARN")).stream()
            .map(Object::toString)
            .collect(Collectors.toSet()));
    assertEquals(List.of("Data"), selected.get("eventCategory"));
    assertEquals(List.of("AWS::DynamoDB::Table"), selected.get("resources.type"));
    assertEquals(List.of("false"), selected.get("readOnly"));
  }
}
