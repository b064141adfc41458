package fr.vismonjob.function;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.Kind;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.pairing.Erasing;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.Confirming;
import fr.vismonjob.registration.EveryField;
import fr.vismonjob.registration.Registering;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationFields;
import fr.vismonjob.registration.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody takes part in everything and is erased; then every store is searched. */
final class NothingLeftTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  /** All texts of {@link EveryField} begin so; the comment has other ways to write some. */
  private static final List<String> TRACES =
      List.of("réponse à", "reponse a", "zoe.tout", "06 98 76 54 32", "698765432");

  private static final InstantSource CLOCK = InstantSource.fixed(Post.NOW);

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream console = System.out;

  @BeforeEach
  void keep_the_log() {
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void give_the_console_back() {
    System.setOut(console);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void each_answer_that_tells_who_the_person_is_is_searched_for(Role role) {
    Map<String, List<String>> typed = EveryField.typed(role);
    for (Field<?> field : RegistrationFields.of(role)) {
      if (field.isPersonal() && field.kind() instanceof Kind.Text) {
        assertTrue(isTold(typed.getOrDefault(field.name(), List.of()).toString()), field.name());
      }
    }
  }

  @Test
  void no_store_tells_of_somebody_who_was_erased() {
    Post.of(TABLES, ses.client())
        .edition(EditionBuilder.edition().organisers("a@example.gouv.fr"))
        .registered(ambassador("Ada").place("Lyon", "69", "Rhône", 45.76, 4.84));
    LocalWorkflows workflows = new LocalWorkflows(TABLES, TABLES.client(), ses.client(), CLOCK);
    Tables tables = workflows.tables();
    String id = confirmed(tables);
    workflows.daily("2026-11-10");
    String pair = tables.registrations().find(id).orElseThrow().pairs().getFirst();
    TABLES
        .update("Pairs", pair)
        .set(
            Item.empty()
                .put(
                    "avis_ambassadeur",
                    Item.empty()
                        .put("a_eu_lieu", "oui")
                        .put("commentaire", "REPONSE A PRENOM, +33 6 98 76 54 32")))
        .apply();
    TABLES
        .update(
            "Mails",
            TABLES.items("Mails").stream()
                .map(Item::of)
                .filter(mail -> mail.required("inscription").equals(id))
                .map(mail -> mail.required("envoi"))
                .findFirst()
                .orElseThrow())
        .set("motif", "550 <Zoe.Tout@interieur.gouv.fr>")
        .apply();
    tables
        .subscriptions()
        .keep(
            tables.registrations().find(id).orElseThrow().person().address(),
            EveryField.EDITION,
            CLOCK.instant())
        .forEach(TABLES::write);
    assertEquals(
        List.of("Mails", "Pairs", "Registrations", "Subscriptions", "files"),
        telling(workflows),
        "the search finds what is there");

    new Erasing(tables).erase(id, TABLES.addresses(TABLES.client()));
    assertFalse(telling(workflows).contains("files"), "the list of pairs goes at once");
    // The last mail has the address until it is sent.
    Post post = Post.of(TABLES, ses.client());
    TABLES.items("Mails").stream()
        .map(mail -> Item.of(mail).required("envoi"))
        .filter(mail -> mail.startsWith("efface/"))
        .forEach(mail -> assertEquals(SendResult.SENT, post.sender().send(mail)));
    workflows.daily("2026-11-11");

    assertEquals(List.of(), telling(workflows));
    assertTrue(workflows.files().size() > 5, "files of runs were searched");
    assertTrue(workflows.exchanged().size() > 10, "steps of executions were searched");
    assertEquals(1, TABLES.items("Pairs").size());
  }

  /** Registers by the form's own use case, and confirms. */
  private static String confirmed(Tables tables) {
    new Registering(
            tables.registrations(),
            tables.mails(),
            new AllowanceTable(TABLES.client(), "MailAllowances"),
            tables.transactions(),
            TABLES.addresses(TABLES.client(), LocalSite.KEYED),
            LocalSite.KEYED,
            CLOCK)
        .register(EveryField.EDITION, EveryField.registration(Role.ETUDIANT).answers());
    assertEquals(2, TABLES.items("MailAllowances").size(), "a count, and the edition's key");
    Registration person =
        TABLES.items("Registrations").stream()
            .map(item -> Item.of(item).required("inscription"))
            .flatMap(id -> tables.registrations().find(id).stream())
            .filter(found -> found.role() == Role.ETUDIANT)
            .findFirst()
            .orElseThrow();
    new Confirming(
            tables.registrations(),
            tables.mails(),
            tables.subscriptions(),
            tables.transactions(),
            CLOCK)
        .confirm(person);
    return person.id();
  }

  /** The stores in which a trace is found. */
  private List<String> telling(LocalWorkflows workflows) {
    Map<String, String> stores = new TreeMap<>();
    for (String table : TABLES.client().listTables().tableNames()) {
      stores.put(table, TABLES.items(table).toString());
    }
    assertEquals(7, stores.size());
    stores.put("files", workflows.files().toString());
    stores.put("executions", workflows.exchanged().toString());
    stores.put("metrics", workflows.counted().toString());
    stores.put("log", log.toString(StandardCharsets.UTF_8));
    return stores.entrySet().stream()
        .filter(store -> isTold(store.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.toList());
  }

  private static boolean isTold(String text) {
    return TRACES.stream().anyMatch(text.toLowerCase(java.util.Locale.ROOT)::contains);
  }
}
