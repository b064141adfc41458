package fr.vismonjob;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * CloudFormation replaces a resource whose logical id, name or key changes: the people would stay
 * in the table that the stack no longer knows. A change here needs a plan to move what is stored.
 */
class KeptResourcesTest {
  private static final Map<String, Object> RESOURCES =
      TemplateFile.mapAt(TemplateFile.template(), "Resources");

  /** The properties of each type whose change means replacement, by CloudFormation's reference. */
  private static final Map<String, Set<String>> REPLACING =
      Map.of(
          "AWS::DynamoDB::Table",
          Set.of("TableName", "KeySchema", "LocalSecondaryIndexes", "ImportSourceSpecification"),
          "AWS::SecretsManager::Secret",
          Set.of("Name"),
          "AWS::S3::Bucket",
          Set.of("BucketName", "ObjectLockEnabled", "BucketNamePrefix", "BucketNamespace"));

  private static final Map<String, Object> DEPLOYED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("Editions", key("edition")),
              Map.entry("Registrations", key("inscription")),
              Map.entry("CoachingSlots", key("seance")),
              Map.entry("Pairs", key("binome")),
              Map.entry("Mails", key("envoi")),
              Map.entry("MailAllowances", key("destinataire")),
              Map.entry("Subscriptions", key("abonnement")),
              Map.entry("LinkKey", Map.of()),
              Map.entry("RenewableLinkKey", Map.of()),
              Map.entry("MailSettings", Map.of()),
              Map.entry("PageSettings", Map.of()),
              Map.entry("ReportBucket", Map.of()),
              Map.entry("TrailBucket", Map.of())));

  private static Map<String, Object> key(String attribute) {
    return Map.of(
        "KeySchema",
        List.of(Map.of("AttributeName", attribute, "KeyType", "HASH")),
        "type of " + attribute,
        "S");
  }

  @Test
  void nothing_that_stores_what_people_gave_is_replaced() {
    Map<String, Object> now = new TreeMap<>();
    for (String name : RESOURCES.keySet()) {
      String type = TemplateFile.textAt(RESOURCES, name, "Type");
      if (REPLACING.containsKey(type)) {
        now.put(name, fixed(type, TemplateFile.mapAt(RESOURCES, name, "Properties")));
      }
    }
    assertEquals(DEPLOYED, now);
  }

  private static Map<String, Object> fixed(String type, Map<String, Object> properties) {
    Map<String, Object> fixed =
        properties.entrySet().stream()
            .filter(property -> REPLACING.get(type).contains(property.getKey()))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
    if (properties.containsKey("KeySchema")) {
      Set<String> keys =
          TemplateFile.mapsAt(properties, "KeySchema").stream()
              .map(part -> TemplateFile.textAt(part, "AttributeName"))
              .collect(Collectors.toSet());
      TemplateFile.mapsAt(properties, "AttributeDefinitions").stream()
          .filter(attribute -> keys.contains(TemplateFile.textAt(attribute, "AttributeName")))
          .forEach(
              attribute ->
                  fixed.put(
                      "type of " + attribute.get("AttributeName"), attribute.get("AttributeType")));
    }
    return fixed;
  }
}
