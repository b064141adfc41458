package fr.vismonjob.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.registration.Consents.Consent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What somebody consented to, and when, stands on the registration. */
final class ConsentTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final Instant THEN = Instant.parse("2026-10-01T08:00:00Z");
  private static final Instant LATER = Instant.parse("2026-10-05T09:00:00Z");

  private final Registration silent = RegistrationBuilder.student("Zoe").build();

  private static RegistrationAnswers needing(Registration person, String needs) {
    Person who = person.person();
    return new RegistrationAnswers(
        new Person(who.firstName(), who.lastName(), who.address(), who.phone(), needs),
        person.place(),
        person.dates(),
        person.details());
  }

  /** What the person downloads about consents after this change in the table. */
  private static SortedMap<String, Object> told(Registration before, Registration after) {
    TABLES.put("Registrations", RegistrationItem.write(before).attributes());
    TABLES.write(TABLES.registrations().change(before, after));
    Registration read = TABLES.registrations().find(before.id()).orElseThrow();
    assertEquals(after, read);
    SortedMap<String, Object> told = new TreeMap<>(TABLES.registrations().data(read));
    told.keySet().removeIf(name -> !name.contains("consenti"));
    return told;
  }

  @Test
  void needs_are_consented_to_by_filling_in_their_field() {
    assertEquals(
        Map.of(
            "consenti_le",
            THEN.toString(),
            "consenti_texte",
            Consent.TEXT,
            "besoins_consentis_le",
            LATER.toString(),
            "besoins_consentis_texte",
            Consent.TEXT),
        told(silent, silent.changed(needing(silent, "Fauteuil roulant"), LATER)));
  }

  @Test
  void emptying_the_field_takes_that_consent_back() {
    Registration needing = silent.changed(needing(silent, "Fauteuil roulant"), THEN);
    assertEquals(
        Map.of("consenti_le", THEN.toString(), "consenti_texte", Consent.TEXT),
        told(needing, needing.changed(needing(silent, ""), LATER)));
  }

  @Test
  void the_same_needs_leave_the_consent_as_it_was() {
    Registration needing = silent.changed(needing(silent, "Fauteuil roulant"), THEN);
    assertEquals(
        needing.consents(), needing.changed(needing(silent, "Fauteuil roulant"), LATER).consents());
  }

  @Test
  void whoever_registered_before_consents_were_recorded_has_none_and_is_read() {
    Map<String, AttributeValue> item = new TreeMap<>(RegistrationItem.write(silent).attributes());
    item.keySet().removeIf(name -> name.contains("consenti"));
    TABLES.put("Registrations", item);
    assertEquals(
        Optional.of(Consents.NONE),
        TABLES.registrations().find(silent.id()).map(Registration::consents));
  }

  /** An index is a copy, which a console shows beside names. */
  @ParameterizedTest
  @CsvSource({"AMBASSADEUR, 3", "ETUDIANT, 2"})
  void needs_stand_in_no_index(Role role, int indexes) {
    TABLES.put("Registrations", EveryField.item(role));
    DynamoDbClient client = TABLES.client();
    List<Map<String, AttributeValue>> copies =
        client
            .describeTable(describe -> describe.tableName("Registrations"))
            .table()
            .globalSecondaryIndexes()
            .stream()
            .flatMap(
                index ->
                    client
                        .scan(scan -> scan.tableName("Registrations").indexName(index.indexName()))
                        .items()
                        .stream())
            .toList();
    assertEquals(indexes, copies.size());
    for (Map<String, AttributeValue> copy : copies) {
      assertTrue(copy.keySet().containsAll(Set.of("edition", "prenom", "nom", "courriel")));
      assertFalse(copy.toString().contains("besoins"), copy.toString());
    }
  }

  /** Other words need another version: what people agreed to can be read years later. */
  @Test
  void the_guide_has_the_words_of_the_version() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "guide-organisateurs.md"));
    String row =
        "| %s | %s | %s |%n"
            .formatted(
                Consent.TEXT, RegistrationFields.CONSENT.label(), RegistrationFields.NEEDS_CONSENT);
    assertTrue(guide.contains(row), row);
    assertTrue(RegistrationFields.NEEDS.help().endsWith(RegistrationFields.NEEDS_CONSENT));
    assertTrue(RegistrationFields.NEEDS_OF_AMBASSADOR.help().contains("seulement par l’équipe"));
  }
}
