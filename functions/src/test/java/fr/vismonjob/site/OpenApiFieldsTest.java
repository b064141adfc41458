package fr.vismonjob.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fr.vismonjob.dynamodb.TemplateFile;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.Kind;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.pairing.FeedbackFields;
import fr.vismonjob.pairing.PairForm;
import fr.vismonjob.registration.ColleagueForm;
import fr.vismonjob.registration.RegistrationFields;
import fr.vismonjob.registration.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What openapi.yaml says of a form is what the form's list of fields says. */
final class OpenApiFieldsTest {
  private static final Map<String, Object> OPENAPI = TemplateFile.read("openapi.yaml");

  private static final Map<String, Object> DAY = Map.of("$ref", "#/components/schemas/Day");

  /** A form's properties and the names of those that are required. */
  private record Schema(Map<String, Object> properties, Set<String> required) {}

  @TestFactory
  Stream<DynamicTest> openapi_names_each_field_with_its_rule() {
    return Stream.of(
        test("ambassadeurs", RegistrationFields.of(Role.AMBASSADEUR), named("Ambassador")),
        test("etudiants", RegistrationFields.of(Role.ETUDIANT), named("Student")),
        test("coaching", CoachingForm.FIELDS, sentTo("/coaching/{link}")),
        test("binome", PairForm.FIELDS, sentTo("/binome/{link}")),
        test("relais", ofRelay(), sentTo("/relais/{relay}")),
        test("avis", FeedbackFields.FIELDS, sentTo("/avis/{link}")));
  }

  /** Whoever is registered, or declines, sends the action alone. */
  private static List<? extends Field<?>> ofRelay() {
    return ColleagueForm.FIELDS.stream()
        .map(field -> field.equals(ColleagueForm.ACTION) ? field : field.optional())
        .toList();
  }

  private static DynamicTest test(String name, List<? extends Field<?>> fields, Schema schema) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          assertEquals(names(fields.stream()), new TreeSet<>(schema.properties().keySet()));
          assertEquals(
              names(fields.stream().filter(Field::isRequired)), new TreeSet<>(schema.required()));
          for (Field<?> field : fields) {
            Map<String, Object> told = TemplateFile.mapAt(schema.properties(), field.name());
            assertRule(field, field.isRequired() ? told : withoutNull(field.name(), told));
          }
        });
  }

  private static Set<String> names(Stream<? extends Field<?>> fields) {
    return fields.map(Field::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** What it says of a field that may be left out, which may be null as well. */
  private static Map<String, Object> withoutNull(String field, Map<String, Object> told) {
    Map<String, Object> rest = new HashMap<>(told);
    if (told.get("type") instanceof List<?> types) {
      assertEquals("null", types.getLast(), field);
      rest.put("type", types.getFirst());
    } else if (told.get("enum") instanceof List<?> values) {
      assertNull(values.getLast(), field);
      rest.put("enum", values.subList(0, values.size() - 1));
    } else if (told.get("anyOf") instanceof List<?> schemas) {
      assertEquals(List.of(DAY, Map.of("type", "null")), schemas, field);
      rest.putAll(DAY);
    } else {
      fail(field + " may be null");
    }
    return rest;
  }

  private static void assertRule(Field<?> field, Map<String, Object> told) {
    Consumer<Map<String, ?>> says =
        rule ->
            rule.forEach(
                (key, value) -> assertEquals(value, told.get(key), field.name() + ", " + key));
    switch (field.kind()) {
      case Kind.Text _ when told.containsKey("pattern") -> says.accept(Map.of("type", "string"));
      case Kind.Text text -> says.accept(Map.of("type", "string", "maxLength", text.longest()));
      case Kind.Choice choice when told.containsKey("enum") ->
          says.accept(Map.of("enum", choice.choices().stream().map(Labelled::code).toList()));
      case Kind.Choice _ -> assertTrue(String.valueOf(told.get("description")).endsWith(".tsv"));
      case Kind.Ranking ranking ->
          says.accept(Map.of("type", "array", "maxItems", ranking.most(), "uniqueItems", true));
      case Kind.Whole whole -> {
        says.accept(Map.of("type", "integer", "minimum", whole.least(), "maximum", whole.most()));
        assertEquals(whole.otherwise(), told.getOrDefault("default", 0), field.name());
      }
      case Kind.Box _ when field.isRequired() -> says.accept(Map.of("const", true));
      case Kind.Box _ -> says.accept(Map.of("enum", List.of(true)));
      case Kind.Day _ -> says.accept(DAY);
      case Kind.Hour _ -> says.accept(Map.of("type", "string"));
      case Kind.Days _ -> says.accept(Map.of("type", "array", "items", DAY));
      case Kind.Action(List<String> codes) -> says.accept(Map.of("enum", codes));
    }
  }

  private static Schema named(String name) {
    Map<String, Object> schemas = TemplateFile.mapAt(OPENAPI, "components", "schemas");
    Map<String, Object> own = TemplateFile.mapsAt(schemas, name, "allOf").getLast();
    return schema(TemplateFile.mapAt(schemas, "Person"), own);
  }

  private static Schema sentTo(String path) {
    return schema(
        TemplateFile.mapAt(
            OPENAPI,
            "paths",
            path,
            "post",
            "requestBody",
            "content",
            "application/json",
            "schema"));
  }

  @SafeVarargs
  private static Schema schema(Map<String, Object>... parts) {
    Map<String, Object> properties = new HashMap<>();
    Set<String> required = new HashSet<>();
    for (Map<String, Object> part : parts) {
      properties.putAll(TemplateFile.mapAt(part, "properties"));
      if (part.get("required") instanceof List<?> names) {
        names.forEach(name -> required.add(String.valueOf(name)));
      }
    }
    return new Schema(properties, required);
  }
}
