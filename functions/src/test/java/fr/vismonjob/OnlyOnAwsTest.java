package fr.vismonjob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the local stack does not do, and what therefore no end-to-end test sees. */
class OnlyOnAwsTest {
  private static final Map<String, Object> RESOURCES =
      TemplateFile.mapAt(TemplateFile.template(), "Resources");

  @Test
  void every_table_can_be_restored_and_is_kept() {
    Set<String> tables = new HashSet<>();
    for (String name : RESOURCES.keySet()) {
      Map<String, Object> resource = TemplateFile.mapAt(RESOURCES, name);
      if ("AWS::DynamoDB::Table".equals(resource.get("Type"))) {
        assertEquals(
            true,
            TemplateFile.at(
                resource,
                "Properties",
                "PointInTimeRecoverySpecification",
                "PointInTimeRecoveryEnabled"));
        assertEquals("RetainExceptOnCreate", resource.get("DeletionPolicy"), name);
        tables.add(name);
      }
    }
    assertEquals(
        Set.of(
            "Editions",
            "Registrations",
            "CoachingSlots",
            "Pairs",
            "Mails",
            "MailAllowances",
            "Subscriptions"),
        tables);
  }

  /** DynamoDB's limits for the attributes that indexes name; DynamoDB Local takes any number. */
  @Test
  void an_index_names_at_most_20_attributes_and_those_of_a_table_100() {
    TemplateFile.ofType(RESOURCES, "AWS::DynamoDB::Table")
        .forEach(
            (table, properties) -> {
              int all = 0;
              for (Map<String, Object> index : indexes(properties)) {
                int named = named(TemplateFile.mapAt(index, "Projection")).size();
                assertTrue(named <= 20, table + " " + index.get("IndexName") + ": " + named);
                all += named;
              }
              assertTrue(all <= 100, table + ": " + all);
            });
  }

  private static List<Map<String, Object>> indexes(Map<String, Object> table) {
    return table.containsKey("GlobalSecondaryIndexes")
        ? TemplateFile.mapsAt(table, "GlobalSecondaryIndexes")
        : List.of();
  }

  private static List<?> named(Map<String, Object> projection) {
    return projection.get("NonKeyAttributes") instanceof List<?> names ? names : List.of();
  }

  @Test
  void the_api_limits_requests_and_compresses_answers() {
    Map<String, Object> api = TemplateFile.mapAt(RESOURCES, "Api", "Properties");
    Map<String, Object> everyMethod = TemplateFile.mapsAt(api, "MethodSettings").getFirst();
    assertEquals("/*", everyMethod.get("ResourcePath"));
    assertTrue((int) TemplateFile.at(everyMethod, "ThrottlingRateLimit") > 0);
    assertTrue((int) TemplateFile.at(everyMethod, "ThrottlingBurstLimit") > 0);
    assertEquals(1024, api.get("MinimumCompressionSize"));
  }

  @Test
  void the_access_log_holds_no_path_since_paths_hold_secret_links() {
    String format =
        TemplateFile.textAt(RESOURCES, "Api", "Properties", "AccessLogSetting", "Format");
    assertTrue(format.contains("$context.resourcePath"), format);
    assertFalse(format.contains("$context.path"), format);
  }

  /** Each of these would keep whole paths or bodies. */
  @Test
  void nothing_traces_what_visitors_ask_for() {
    String template = RESOURCES.toString();
    for (String tracing :
        List.of(
            "TracingEnabled", "TracingConfig", "Tracing=", "DataTraceEnabled", "LoggingLevel")) {
      assertFalse(template.contains(tracing), tracing);
    }
    assertFalse(TemplateFile.template().get("Globals").toString().contains("Tracing"));
  }

  @Test
  void the_firewall_keeps_no_path_and_nothing_that_was_typed() {
    String firewall = RESOURCES.get("SiteFirewall").toString();
    assertTrue(firewall.contains("SampledRequestsEnabled=false"));
    assertFalse(firewall.contains("SampledRequestsEnabled=true"));
    assertEquals(
        Set.of("BODY", "QUERY_STRING"),
        TemplateFile.mapsAt(
                RESOURCES, "SiteFirewall", "Properties", "DataProtectionConfig", "DataProtections")
            .stream()
            .filter(protection -> protection.get("Action").equals("SUBSTITUTION"))
            .map(protection -> TemplateFile.at(protection, "Field", "FieldType"))
            .collect(Collectors.toSet()));
    List<Map<String, Object>> redacted =
        TemplateFile.mapsAt(RESOURCES, "FirewallLogging", "Properties", "RedactedFields");
    assertTrue(redacted.contains(Map.of("UriPath", Map.of())));
    assertTrue(redacted.contains(Map.of("QueryString", Map.of())));
    assertTrue(redacted.contains(Map.of("SingleHeader", Map.of("Name", "referer"))));
  }

  @Test
  void the_firewall_limits_each_client_and_forms_more_narrowly() {
    List<Map<String, Object>> rules =
        TemplateFile.mapsAt(RESOURCES, "SiteFirewall", "Properties", "Rules");
    assertEquals(
        List.of("FormsPerClient", "RequestsPerClient", "CommonRules"),
        rules.stream().map(rule -> rule.get("Name")).toList());
    Map<String, Object> forms = TemplateFile.mapAt(rules.get(0), "Statement", "RateBasedStatement");
    Map<String, Object> rest = TemplateFile.mapAt(rules.get(1), "Statement", "RateBasedStatement");
    assertTrue((int) forms.get("Limit") < (int) rest.get("Limit"));
    Map<String, Object> path =
        TemplateFile.mapAt(
            TemplateFile.mapsAt(forms, "ScopeDownStatement", "AndStatement", "Statements").get(1),
            "RegexMatchStatement");
    Pattern pattern = Pattern.compile(TemplateFile.textAt(path, "RegexString"));
    for (String form : List.of("/Prod/ambassadeurs", "/etudiants", "/Prod/etudiants/")) {
      assertTrue(pattern.matcher(form).find(), form);
    }
    assertFalse(pattern.matcher("/Prod/inscription/etudiants.x").find());
  }

  @Test
  void what_costs_or_keeps_data_is_off_unless_a_parameter_asks_for_it() {
    Map<String, Object> parameters = TemplateFile.mapAt(TemplateFile.template(), "Parameters");
    assertEquals("false", TemplateFile.at(parameters, "Firewall", "Default"));
    assertEquals("false", TemplateFile.at(parameters, "RecordTableWrites", "Default"));
    assertEquals(0, TemplateFile.at(parameters, "MonthlyBudget", "Default"));
    for (String name : RESOURCES.keySet()) {
      String type = TemplateFile.textAt(RESOURCES, name, "Type");
      if (type.matches("AWS::(WAFv2|Budgets|CloudTrail)::.*")) {
        assertTrue(TemplateFile.mapAt(RESOURCES, name).containsKey("Condition"), name);
      }
    }
  }
}
