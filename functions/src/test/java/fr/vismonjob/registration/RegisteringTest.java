package fr.vismonjob.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.TappedClient.Fault;
import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.edition.EditionKeyTable;
import fr.vismonjob.form.Fields;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.mail.MailTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RegisteringTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final Edition EDITION = EditionBuilder.edition().day("2026-11-24").build();
  private static final Keyed KEYED = new Keyed("a key for tests");

  private Instant now = Instant.parse("2026-10-01T08:00:00Z");
  private final InstantSource clock = () -> now = now.plusMillis(1);

  private Registering registering(InstantSource time) {
    return registering(TABLES.client(), time);
  }

  private static Registering registering(DynamoDbClient client, InstantSource time) {
    return new Registering(
        new RegistrationTable(client, "Registrations"),
        new MailTable(client, "Mails"),
        new AllowanceTable(client, "MailAllowances"),
        new Transactions(client),
        TABLES.addresses(client, KEYED),
        KEYED,
        time);
  }

  private static RegistrationAnswers form(String firstName) {
    return assertInstanceOf(
            RegistrationForm.Valid.class,
            RegistrationForm.read(
                Fields.of(
                    Map.of(
                        "prenom", List.of(firstName),
                        "nom", List.of("Martin"),
                        "courriel", List.of("zoe@example.org"),
                        "code_postal", List.of("35000"),
                        "dates", List.of("2026-11-24"),
                        "consentement", List.of("oui"),
                        "etablissement", List.of("INSA"),
                        "niveau", List.of("bac+5"),
                        "metiers", List.of("donnees"))),
                Role.ETUDIANT,
                EDITION))
        .answers();
  }

  private void register(String firstName) {
    registering(clock).register(EDITION, form(firstName));
  }

  private static Map<String, AttributeValue> only(String table) {
    List<Map<String, AttributeValue>> items = TABLES.items(table);
    assertEquals(1, items.size());
    return items.getFirst();
  }

  private static List<String> mails() {
    return TABLES.items("Mails").stream()
        .map(mail -> Item.of(mail).required("modele"))
        .sorted()
        .toList();
  }

  private void confirm() {
    Registration registration = TABLES.registrations().find(id()).orElseThrow();
    new Confirming(
            TABLES.registrations(),
            TABLES.mails(),
            TABLES.subscriptions(TABLES.client()),
            TABLES.transactions(),
            clock)
        .confirm(registration);
  }

  private static String id() {
    return KEYED.registrationId(
        new EditionKeyTable(TABLES.client(), "MailAllowances").of("2026"),
        "ETUDIANT",
        "zoe@example.org");
  }

  @Test
  void after_a_fault_at_any_call_registering_again_comes_to_one_registration_and_its_mail() {
    TappedClient counting = TappedClient.counting(TABLES.client());
    registering(counting.client(), clock).register(EDITION, form("Zoé"));
    for (int n = 1; n <= counting.calls(); n++) {
      for (Fault fault : Fault.values()) {
        TABLES.empty();
        try {
          registering(TappedClient.failing(TABLES.client(), n, fault).client(), clock)
              .register(EDITION, form("Zoé"));
        } catch (RuntimeException _) {
          // The person sees an error page and sends the form again.
        }
        boolean wasRegistered = !TABLES.items("Registrations").isEmpty();
        assertEquals(wasRegistered ? List.of("confirmation") : List.of(), mails());
        register("Zoé");
        assertEquals(Status.A_CONFIRMER.name(), Item.of(only("Registrations")).required("statut"));
        // Whoever is registered already gets the mail again, fault or not.
        assertEquals(
            wasRegistered ? List.of("confirmation", "confirmation") : List.of("confirmation"),
            mails(),
            fault + " at call " + n);
      }
    }
  }

  @Test
  void a_registration_is_kept_as_it_will_be_read_with_the_mail_it_causes() {
    register("Zoé");
    Registration kept = TABLES.registrations().find(id()).orElseThrow();
    assertEquals(Status.A_CONFIRMER, kept.status());
    assertEquals("Zoé", kept.person().firstName());
    assertEquals(form("Zoé").details(), kept.details());
    assertEquals(List.of("confirmation"), mails());
  }

  @Test
  void the_table_speaks_french_with_codes_beside_the_words() {
    register("Zoé");
    Item item = Item.of(only("Registrations"));
    assertEquals(List.of("Données et intelligence artificielle"), item.list("metiers"));
    assertEquals(List.of("donnees"), item.list("metiers_codes"));
    assertEquals("Ille-et-Vilaine", item.required("departement"));
    assertEquals("Bac +5", item.required("niveau"));
  }

  @Test
  void a_second_registration_with_the_same_address_changes_nothing_and_sends_the_link_again() {
    register("Zoé");
    Map<String, AttributeValue> before = only("Registrations");
    register("Anne");
    assertEquals(before, only("Registrations"));
    assertEquals(List.of("confirmation", "confirmation"), mails());
  }

  @Test
  void somebody_confirmed_gets_the_link_of_their_registration() {
    register("Zoé");
    confirm();
    register("Zoé");
    assertEquals(List.of("confirmation", "confirmee", "lien"), mails());
  }

  @Test
  void an_address_gets_three_such_mails_in_any_hour() {
    IntStream.range(0, 5).forEach(_ -> register("Zoé"));
    assertEquals(3, mails().size());
    now = now.plus(Duration.ofMinutes(61));
    register("Zoé");
    assertEquals(4, mails().size());
  }

  @Test
  void confirming_twice_sends_one_mail() {
    register("Zoé");
    confirm();
    confirm();
    assertEquals(List.of("confirmation", "confirmee"), mails());
  }

  @Test
  void after_a_withdrawal_one_registers_anew_under_a_higher_number() {
    register("Zoé");
    Registration first = TABLES.registrations().find(id()).orElseThrow();
    TABLES.write(TABLES.registrations().advance(first, first.state().withdrawn(now)));
    register("Anne");
    Registration second = TABLES.registrations().find(id()).orElseThrow();
    assertEquals(Status.A_CONFIRMER, second.status());
    assertEquals("Anne", second.person().firstName());
    assertTrue(second.number() > first.number());
    assertNotEquals(
        SecretLink.of(id(), first.number(), KEYED), SecretLink.of(id(), second.number(), KEYED));
  }

  @Test
  void twelve_at_once_make_one_registration_and_at_most_three_mails() throws Exception {
    try (var executor = Executors.newFixedThreadPool(12)) {
      Callable<Boolean> once =
          () -> {
            registering(InstantSource.system()).register(EDITION, form("Zoé"));
            return true;
          };
      for (var done : executor.invokeAll(IntStream.range(0, 12).mapToObj(_ -> once).toList())) {
        assertTrue(done.get());
      }
    }
    only("Registrations");
    assertEquals(3, mails().size());
  }

  @Test
  void without_its_mail_nothing_is_registered() {
    TABLES.client().deleteTable(delete -> delete.tableName("Mails"));
    assertThrows(RuntimeException.class, () -> register("Zoé"));
    assertEquals(List.of(), TABLES.items("Registrations"));
  }

  @Test
  void a_complaint_outlives_withdrawing_and_registering_again() {
    register("Zoe");
    Map<String, AttributeValue> item = new HashMap<>(only("Registrations"));
    item.put("mails_arretes", AttributeValue.fromS("la personne a signalé le mail"));
    item.put("statut", AttributeValue.fromS("RETIREE"));
    TABLES.put("Registrations", item);
    register("Zoé");
    Item again = Item.of(only("Registrations"));
    assertEquals("A_CONFIRMER", again.required("statut"));
    assertEquals("la personne a signalé le mail", again.required("mails_arretes"));
  }

  @Test
  void whom_organisers_keep_apart_stays_so_after_a_withdrawal() {
    register("Zoe");
    String id = Item.of(only("Registrations")).required("inscription");
    Map<String, AttributeValue> item = new HashMap<>(only("Registrations"));
    // As somebody types it who does not look at the type: one text with two keys.
    item.put("jamais_avec", AttributeValue.fromS(" 00AB, 00cd "));
    item.put("statut", AttributeValue.fromS("RETIREE"));
    TABLES.put("Registrations", item);
    register("Zoé");
    Registration again = TABLES.registrations().find(id).orElseThrow();
    assertEquals(Status.A_CONFIRMER, again.status());
    assertEquals(List.of("00ab", "00cd"), again.neverWith());
  }
}
