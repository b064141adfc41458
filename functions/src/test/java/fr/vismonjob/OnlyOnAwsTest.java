package fr.vismonjob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the local stack does not do, and what therefore no end-to-end test sees. */
class OnlyOnAwsTest {
  private static final Map<String, Object> RESOURCES =
      TemplateFile.mapAt(TemplateFile.template(), "Resources");

  @Test
  void every_table_that_organisers_read_can_be_restored_and_is_kept() {
    Set<String> restorable = new HashSet<>();
    for (String name : RESOURCES.keySet()) {
      Map<String, Object> resource = TemplateFile.mapAt(RESOURCES, name);
      if ("AWS::DynamoDB::Table".equals(resource.get("Type"))
          && TemplateFile.mapAt(resource, "Properties")
              .containsKey("PointInTimeRecoverySpecification")) {
        assertEquals(
            true,
            TemplateFile.at(
                resource,
                "Properties",
                "PointInTimeRecoverySpecification",
                "PointInTimeRecoveryEnabled"));
        assertEquals("RetainExceptOnCreate", resource.get("DeletionPolicy"), name);
        restorable.add(name);
      }
    }
    assertEquals(
        Set.of("Editions", "Registrations", "CoachingSlots", "Pairs", "Mails"), restorable);
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
}
