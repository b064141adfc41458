package fr.vismonjob.site;

import static fr.vismonjob.function.LocalSite.link;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.pairing.Life;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Every attribute of every table that organisers see, edited in every type that the console offers:
 * no page answers with a fault of ours, and the people in other rows notice nothing.
 */
final class HandEditsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String ADA = link(Life.ADA, 1);
  private static final String ZOE = link(Life.ZOE, 5);

  /** What somebody does on a page: the path, and the form's fields in pairs of name and value. */
  private record Act(String path, String... fields) {}

  /**
   * A row of a table.
   *
   * @param pages that show it
   * @param acts that read and write it
   */
  private record Row(String table, String keyName, String key, List<String> pages, List<Act> acts) {
    Map<String, AttributeValue> fresh() {
      TABLES.empty();
      begin();
      return TABLES.row(table, key).attributes();
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "Editions",
              "edition",
              "2026",
              List.of(
                  "/",
                  "/etudiants",
                  "/donnees-personnelles",
                  "/inscription/" + ZOE,
                  "/binome/" + ZOE),
              List.of()),
          new Row(
              "Registrations",
              "inscription",
              Life.ZOE,
              List.of(
                  "/confirmation/" + ZOE,
                  "/inscription/" + ZOE,
                  "/inscription/" + ZOE + "/donnees",
                  "/binome/" + ZOE,
                  "/binome/" + ADA,
                  "/avis/" + ZOE),
              List.of(
                  new Act("/binome/" + ADA, "action", "annuler", "binome", Life.WITH_ZOE),
                  new Act("/inscription/" + ZOE, "action", "retirer"),
                  new Act("/inscription/" + ZOE, "action", "supprimer"))),
          new Row(
              "CoachingSlots",
              "seance",
              Life.SEAT,
              List.of("/coaching/" + ADA, "/inscription/" + ADA),
              List.of(
                  new Act("/coaching/" + ADA, "seance", "2026-11-19-10h"),
                  new Act("/inscription/" + ADA, "action", "supprimer"))),
          new Row(
              "Pairs",
              "binome",
              Life.WITH_ZOE,
              List.of("/binome/" + ZOE, "/binome/" + ADA, "/inscription/" + ZOE, "/avis/" + ZOE),
              List.of(
                  new Act("/binome/" + ZOE, "action", "proposer", "dates", "2026-11-25"),
                  new Act("/inscription/" + ZOE, "action", "retirer"),
                  new Act("/inscription/" + ADA, "action", "supprimer"))));

  /** The attribute deleted. */
  private static final AttributeValue NOTHING = AttributeValue.builder().build();

  private static List<AttributeValue> typed(AttributeValue was) {
    List<AttributeValue> typed =
        new ArrayList<>(
            List.of(
                was,
                NOTHING,
                AttributeValue.fromS(""),
                AttributeValue.fromL(List.of()),
                AttributeValue.fromM(Map.of()),
                AttributeValue.fromS("n’importe quoi"),
                AttributeValue.fromS(" \u00a0"),
                AttributeValue.fromN("1e100"),
                AttributeValue.fromN("-1"),
                AttributeValue.fromBool(true),
                AttributeValue.fromNul(true),
                AttributeValue.fromNs(List.of("1", "2")),
                AttributeValue.fromB(SdkBytes.fromUtf8String("a")),
                AttributeValue.fromL(
                    List.of(AttributeValue.fromN("1"), AttributeValue.fromNul(true))),
                AttributeValue.fromM(Map.of("a", AttributeValue.fromS("b")))));
    switch (was.type()) {
      case S -> {
        typed.add(AttributeValue.fromS("\u00a0" + was.s() + " \u200b"));
        typed.add(AttributeValue.fromSs(List.of(was.s())));
        typed.add(AttributeValue.fromS(was.s().toUpperCase(Locale.ROOT)));
        typed.add(AttributeValue.fromL(List.of(was)));
      }
      case N -> {
        typed.add(AttributeValue.fromS(" " + was.n() + ".0 "));
        typed.add(AttributeValue.fromN("0"));
        typed.add(AttributeValue.fromN("9999"));
      }
      case L -> {
        Stream.of(String.join(",\u00a0", was.l().stream().map(AttributeValue::s).toList()))
            .filter(text -> !text.isEmpty())
            .forEach(text -> typed.add(AttributeValue.fromS(text)));
        if (!was.l().isEmpty()) {
          typed.add(
              AttributeValue.fromL(
                  Stream.concat(was.l().reversed().stream(), was.l().stream()).toList()));
          typed.add(
              AttributeValue.fromSs(was.l().stream().map(AttributeValue::s).distinct().toList()));
        }
      }
      default -> typed.add(AttributeValue.fromS("oui"));
    }
    return typed;
  }

  @TestFactory
  Stream<DynamicTest> no_edit_makes_a_page_answer_with_a_fault_of_ours() {
    return ROWS.stream()
        .flatMap(
            row ->
                row.fresh().entrySet().stream()
                    .filter(attribute -> !attribute.getKey().equals(row.keyName()))
                    .map(
                        attribute ->
                            dynamicTest(
                                row.table() + ", " + attribute.getKey(),
                                () -> edit(row, attribute.getKey(), attribute.getValue()))));
  }

  private static final Map<String, String> WELCOME =
      Map.of(
          "accueil_adresse", "20 avenue de Ségur",
          "accueil_consignes", "Demandez Ada.",
          "accueil_arrivee", "09:30",
          "accueil_depart", "16:30");

  @TestFactory
  Stream<DynamicTest> no_edit_of_a_welcome_makes_a_page_answer_with_a_fault_of_ours() {
    Row ada =
        new Row(
            "Registrations",
            "inscription",
            Life.ADA,
            List.of("/binome/" + ADA, "/inscription/" + ADA + "/donnees", "/binome/" + ZOE),
            List.of(
                new Act("/binome/" + ADA, "action", "accueil", "accueil_adresse", "1 rue A"),
                new Act("/binome/" + ZOE, "action", "annuler")));
    return WELCOME.entrySet().stream()
        .map(
            attribute ->
                dynamicTest(
                    attribute.getKey(),
                    () ->
                        edit(ada, attribute.getKey(), AttributeValue.fromS(attribute.getValue()))));
  }

  /** What a row has at times only, by the row's table. */
  private static final Map<String, Item> AT_TIMES =
      Map.of(
          "Editions",
          Item.empty()
              .put("accord", "2026/2026-11-10/1")
              .put("passage_propose", "2026/2026-11-10/1")
              .put("publication", "SUR_ACCORD")
              .put("traite_jusqu_au", "2026-11-10")
              .put("donnees_effacees_le", "2027-02-22"),
          "Registrations",
          Item.empty()
              .put("lien_numero", 5)
              .put("retiree_le", "2026-11-10T09:00:00Z")
              .put("sans_binome", "Personne n’accueille près de chez vous.")
              .put("mails_arretes", "L’adresse n’existe pas.")
              .put("a_appeler", "Son mail a été rejeté.")
              .put("besoins_consentis_le", "2026-11-10T09:00:00Z")
              .put("places_confiees", 1)
              .put("seances_du_jour", "2026-11-12 1")
              .put("courriel_demande", "zoe@example.org")
              .put("courriel_demande_le", "2026-11-12T09:00:00Z")
              .put("jamais_avec", List.of(Life.BOB))
              .put("a_apparier_avec", List.of(Life.BOB))
              .put("a_apparier_refus", "Aucune inscription n’a cette clé.")
              .put("nouveau_courriel", "zoe@example.org"),
          "CoachingSlots",
          Item.empty().put("lien", "https://visio.example.org/1"),
          "Pairs",
          Item.empty()
              .put("dates_proposees", List.of("2026-11-25"))
              .put("proposees_par", "ETUDIANT")
              .put("propositions_du_jour", "2026-11-12 1")
              .put("annule_le", "2026-11-10T09:00:00Z")
              .put("agenda_uid", "binome-1")
              .put("agenda_avance", 1)
              .put("ambassadeur_a_appeler", "Son mail a été rejeté.")
              .put("relais_courriel", "bob@example.gouv.fr")
              .put("relais_inscription", Life.BOB)
              .put("relais_le", "2026-11-12T09:00:00Z")
              .put("relais_du_jour", "2026-11-12 1")
              .put("relais_binome", Life.WITH_YAN)
              .put("a_annuler_refus", "La journée est passée.")
              .put("avis_etudiant", Item.empty().put("a_eu_lieu", "non")));

  @TestFactory
  Stream<DynamicTest> no_edit_of_what_a_row_has_at_times_makes_a_page_answer_with_a_fault() {
    return ROWS.stream()
        .flatMap(
            row ->
                AT_TIMES.getOrDefault(row.table(), Item.empty()).attributes().entrySet().stream()
                    .map(
                        attribute ->
                            dynamicTest(
                                row.table() + ", " + attribute.getKey(),
                                () -> edit(row, attribute.getKey(), attribute.getValue()))));
  }

  private static void edit(Row row, String name, AttributeValue was) {
    for (AttributeValue value : typed(was)) {
      String edit = name + " = " + value;
      if (!isPut(row, name, value)) {
        continue; // The key of an index takes texts alone.
      }
      LocalSite web = LocalSite.again(TABLES, Life.TODAY);
      for (String path : row.pages()) {
        assertExpected(Set.of(200, 404, 503), Visit.get(web, path), path + ", " + edit);
      }
      if (!row.table().equals("Editions")) {
        for (String path : List.of("/", "/inscription/" + link(Life.BOB, 1))) {
          assertExpected(Set.of(200), Visit.get(web, path), path + ", " + edit);
        }
      }
      for (Act act : row.acts()) {
        isPut(row, name, value);
        assertExpected(
            Set.of(303, 404, 409, 422, 503),
            Visit.post(LocalSite.again(TABLES, Life.TODAY), act.path(), act.fields()),
            act.path() + " " + String.join(" ", act.fields()) + ", " + edit);
      }
    }
  }

  private static boolean isPut(Row row, String name, AttributeValue value) {
    Map<String, AttributeValue> edited = new HashMap<>(row.fresh());
    edited.put(name, value);
    edited.values().remove(NOTHING);
    try {
      TABLES.put(row.table(), edited);
      return true;
    } catch (DynamoDbException e) {
      return false;
    }
  }

  private static void begin() {
    Life.begun(TABLES).slot("2026-11-19-10h");
    LocalSite.on(TABLES, Life.TODAY);
  }

  private static void assertExpected(Set<Integer> expected, Visit answer, String what) {
    assertTrue(expected.contains(answer.status()), () -> answer.status() + " for " + what);
  }
}
