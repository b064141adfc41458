package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/**
 * What an organiser reads in the console: French attributes, words for values, codes beside them.
 */
class TablesIT {

  @Test
  void an_ambassador_reads_in_French() {
    LocalDate later = EDITION.workingDay(1);
    Sheet sheet =
        Sheet.ambassador(EDITION.day())
            .with("dates", Sheet.dates(EDITION.day(), later))
            .with("telephone", "01 99 00 12 34")
            .with("presentation", "Une équipe de six.\nUne visite.")
            .with("besoins", "Un ascenseur")
            .with("capacite", "3");
    Member member = VISITORS.register(sheet);

    Row row = TABLES.registration(member.id());

    assertAll(
        () -> assertEquals(EDITION.key(), row.text("edition")),
        () -> assertEquals("AMBASSADEUR", row.text("role")),
        () -> assertEquals("A_CONFIRMER", row.text("statut")),
        () -> assertEquals("Ada", row.text("prenom")),
        () -> assertEquals("Lenoir", row.text("nom")),
        () -> assertEquals(sheet.address(), row.text("courriel")),
        () -> assertEquals("01 99 00 12 34", row.text("telephone")),
        () -> assertEquals("75007", row.text("code_postal")),
        () -> assertEquals("Paris", row.text("commune")),
        () -> assertEquals("Paris", row.text("departement")),
        () -> assertEquals(List.of(sheet.values().get("dates")), List.of(row.list("dates"))),
        () -> assertEquals("Un ascenseur", row.text("besoins")),
        () -> assertTrue(Instant.parse(row.text("inscrit_le")).isBefore(Instant.now())),
        () -> assertEquals("Ministère de la Justice", row.text("administration")),
        () -> assertEquals("justice", row.text("administration_code")),
        () -> assertEquals("Direction du numérique", row.text("service")),
        () -> assertEquals("Administration centrale", row.text("echelon")),
        () -> assertEquals("centrale", row.text("echelon_code")),
        () -> assertEquals("Développement", row.text("metier")),
        () -> assertEquals("developpement", row.text("metier_code")),
        () -> assertEquals("Développeuse", row.text("intitule")),
        () -> assertEquals("Une équipe de six.\nUne visite.", row.text("presentation")),
        () -> assertEquals(3, row.number("capacite")),
        () -> assertFalse(row.has("seance")),
        () -> assertEquals(List.of(), row.list("binome_avec")),
        () -> assertEquals(List.of(), row.list("binomes")));
  }

  @Test
  void a_student_reads_in_French() {
    Sheet sheet =
        Sheet.student(EDITION.day())
            .with("metiers", "securite", "donnees")
            .with("administrations", "armees", "interieur")
            .with("rayon_km", "120");
    Member member = VISITORS.register(sheet);

    Row row = TABLES.registration(member.id());

    assertAll(
        () -> assertEquals("ETUDIANT", row.text("role")),
        () -> assertEquals("Université d’essai", row.text("etablissement")),
        () -> assertEquals("Bac +3", row.text("niveau")),
        () -> assertEquals("bac+3", row.text("niveau_code")),
        () ->
            assertEquals(
                List.of("Cybersécurité", "Données et intelligence artificielle"),
                row.list("metiers")),
        () -> assertEquals(List.of("securite", "donnees"), row.list("metiers_codes")),
        () -> assertTrue(row.has("tout_metier")),
        () -> assertFalse(row.flag("tout_metier")),
        () ->
            assertEquals(
                List.of("Ministère des Armées", "Ministère de l’Intérieur"),
                row.list("administrations")),
        () -> assertEquals(List.of("armees", "interieur"), row.list("administrations_codes")),
        () -> assertEquals(120, row.number("rayon_km")));
  }

  @Test
  void the_secret_of_a_link_is_stored_nowhere() {
    Member member = VISITORS.join(Sheet.ambassador(EDITION.day()));
    MAILBOX.await(member.address(), "coaching");
    String secret = member.link().substring(member.link().indexOf('.') + 1);

    assertTrue(secret.length() >= 20, "128 bits");
    assertFalse(TABLES.registration(member.id()).toString().contains(secret));
    assertFalse(TABLES.mailsOf(member.id()).toString().contains(secret));
  }

  @Test
  void the_ledger_tells_of_each_mail() {
    Member member = VISITORS.register(Sheet.student(EDITION.day()));

    Row sent = TABLES.awaitMail(member.id(), "confirmation", "ENVOYE");

    assertAll(
        () -> assertFalse(sent.text("ses_message_id").isBlank()),
        () ->
            assertFalse(
                Instant.parse(sent.text("envoye_le"))
                    .isBefore(Instant.parse(sent.text("cree_le")))));
  }

  @Test
  void a_slot_tells_its_hour_with_the_offset_and_its_seats() {
    List<Row> slots =
        TABLES.slots().stream().filter(slot -> slot.text("edition").equals(EDITION.key())).toList();
    assertTrue(slots.size() >= 4);
    for (Row slot : slots) {
      OffsetDateTime start = OffsetDateTime.parse(slot.text("debut"));
      assertEquals(start.plusHours(1), OffsetDateTime.parse(slot.text("fin")));
      assertEquals(
          slot.number("places"), slot.number("places_restantes") + slot.list("inscrits").size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RegistrationsTable, statut, A_CONFIRMER",
    "RegistrationsTable, departement, Paris",
    "RegistrationsTable, metier, Développement"
  })
  void an_index_lists_the_registrations(String table, String attribute, String value) {
    Member member = VISITORS.register(Sheet.ambassador(EDITION.day()));

    List<Row> listed = TABLES.query(table, index(table, attribute), attribute, value);

    assertTrue(
        listed.stream().anyMatch(row -> row.text("inscription").equals(member.id())), "listed");
    assertTrue(listed.stream().allMatch(row -> row.has("courriel")), "with all they are read for");
  }

  @ParameterizedTest
  @CsvSource({
    "PairsTable, statut",
    "PairsTable, metier",
    "PairsTable, administration",
    "MailsTable, statut",
    "MailsTable, inscription"
  })
  void there_is_an_index_for_the_usual_questions(String table, String attribute) {
    assertFalse(index(table, attribute).isEmpty());
  }

  private static String index(String table, String attribute) {
    return TABLES.describe(table).globalSecondaryIndexes().stream()
        .filter(index -> partitionKey(index).equals(attribute))
        .map(GlobalSecondaryIndexDescription::indexName)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no index of " + table + " by " + attribute));
  }

  private static String partitionKey(GlobalSecondaryIndexDescription index) {
    return index.keySchema().stream()
        .filter(key -> key.keyType() == KeyType.HASH)
        .map(key -> key.attributeName())
        .findFirst()
        .orElseThrow();
  }
}
