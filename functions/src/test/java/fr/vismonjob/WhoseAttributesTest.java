package fr.vismonjob;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.dynamodb.TemplateFile;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.Kind;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.RegistrationFields;
import fr.vismonjob.registration.Role;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The organisers' guide says of every attribute whose it is, and of no other. */
final class WhoseAttributesTest {
  /** Names of which only longer ones are attributes. */
  private static final Set<String> BEGINNINGS = Set.of("consenti", "besoins_consentis");

  /** The attributes of a table by the guide, in the rows of one owner or of all. */
  private static Set<String> told(String table, String owner) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("../docs/guide-organisateurs.md"))) {
      List<String> cells = Arrays.asList(line.split("\\s*\\|\\s*"));
      if (cells.size() == 4 && cells.get(1).equals(table) && cells.get(3).contains(owner)) {
        Pattern.compile("`(\\w+)`")
            .matcher(cells.get(2))
            .results()
            .forEach(
                name -> {
                  if (!names.add(name.group(1))) {
                    throw new AssertionError(table + " has " + name.group(1) + " twice");
                  }
                });
      }
    }
    return names;
  }

  /** The names that the class of an item or table knows. */
  private static Set<String> constants(String type) throws ReflectiveOperationException {
    Set<String> names = new TreeSet<>();
    for (java.lang.reflect.Field field : Class.forName(type).getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        field.setAccessible(true);
        String name = String.valueOf(field.get(null));
        if (name.matches("[a-z]\\w*") && !BEGINNINGS.contains(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static Set<String> written(RegistrationBuilder person) {
    return person
        .person(new Person("Zoe", "Martin", "zoe@example.gouv.fr", "0612345678", "fauteuil"))
        .item()
        .keySet();
  }

  /** The attributes that an organiser's role may write. */
  private static Set<String> organisers(String table) {
    Set<String> names = new TreeSet<>();
    for (Map<String, Object> statement :
        TemplateFile.mapsAt(
            TemplateFile.mapAt(TemplateFile.template(), "Resources"),
            "OrganiserPolicy",
            "Properties",
            "PolicyDocument",
            "Statement")) {
      if (statement.get("Action") instanceof List<?> actions
          && actions.contains("dynamodb:UpdateItem")
          && TemplateFile.textAt(statement, "Resource", "Fn::GetAtt").equals(table + ".Arn")) {
        List<?> attributes =
            (List<?>)
                TemplateFile.at(
                    statement, "Condition", "ForAllValues:StringEquals", "dynamodb:Attributes");
        attributes.forEach(name -> names.add(name.toString()));
      }
    }
    return names;
  }

  @Test
  void of_a_registration() throws IOException, ReflectiveOperationException {
    Set<String> expected = constants("fr.vismonjob.registration.RegistrationItem");
    expected.addAll(constants("fr.vismonjob.registration.ImposedItem"));
    expected.addAll(written(ambassador("Ada").welcome("1 rue A", "Badge", "09:00", "17:00")));
    expected.addAll(written(student("Zoe")));
    for (Role role : Role.values()) {
      for (Field<?> field : RegistrationFields.of(role)) {
        switch (field.kind()) {
          case Kind.Choice _ -> expected.addAll(List.of(field.name(), field.name() + "_code"));
          case Kind.Ranking _ -> expected.addAll(List.of(field.name(), field.name() + "_codes"));
          default -> expected.add(field.name());
        }
      }
    }
    expected.remove("consentement");
    for (String mark : List.of("a_renvoyer", "a_retirer", "a_effacer", "nouveau_courriel")) {
      expected.addAll(List.of(mark, mark + "_refus"));
    }
    assertEquals(expected, told("Registrations", ""));
  }

  @Test
  void of_a_pair() throws IOException, ReflectiveOperationException {
    Set<String> expected = constants("fr.vismonjob.pairing.PairItem");
    expected.addAll(
        PairBuilder.pair(
                "p1",
                ambassador("Ada").unreachable("x").build(),
                student("Zoe").unreachable("x").build())
            .answered(Role.AMBASSADEUR, true)
            .answered(Role.ETUDIANT, true)
            .item()
            .keySet());
    expected.addAll(List.of("a_annuler", "a_annuler_refus"));
    assertEquals(expected, told("Pairs", ""));
  }

  @Test
  void of_an_edition() throws IOException, ReflectiveOperationException {
    Set<String> expected = constants("fr.vismonjob.edition.EditionItem");
    expected.addAll(constants("fr.vismonjob.edition.EditionProgressTable"));
    assertEquals(expected, told("Editions", ""));
  }

  /** The key finds the row; some attributes organisers change with the person, or take away. */
  @ParameterizedTest
  @ValueSource(strings = {"Editions", "CoachingSlots", "Registrations", "Pairs"})
  void what_the_role_may_write_is_the_organisers(String table) throws IOException {
    Set<String> theirs = told(table, "à vous");
    theirs.addAll(told(table, "par vous"));
    Set<String> writable = organisers(table);
    writable.removeAll(Set.of("inscription", "binome"));
    assertEquals(writable, theirs);
  }
}
