package fr.vismonjob.function;

import static fr.vismonjob.function.LocalSite.link;
import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.pairing.Life;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.site.Visit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Rows that organisers put back, delete, copy or make by hand: no day stops at them, no page
 * answers with a fault of ours, and who has news of it gets a mail.
 */
final class HandActsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private static final String ADA = RegistrationBuilder.id("Ada");
  private static final String ZOE = RegistrationBuilder.id("Zoe");
  private static final AttributeValue NONE = AttributeValue.fromL(List.of());
  private static final Map<String, String> KEYS =
      Map.of(
          "Editions", "edition",
          "Registrations", "inscription",
          "Pairs", "binome",
          "CoachingSlots", "seance",
          "Mails", "envoi");

  private Instant now = Instant.EPOCH;

  private static String keyName(String table) {
    return Objects.requireNonNull(KEYS.get(table));
  }

  /** Ada and Zoe are a pair, and have been told. */
  @BeforeEach
  void begin() {
    TABLES.empty();
    Post post = Post.of(TABLES, ses.client());
    post.edition(EditionBuilder.edition().organisers("a@example.gouv.fr"));
    post.registered(
        ambassador("Ada"), ambassador("Bob").job("securite", "Sécurité"), student("Zoe"));
    TABLES.put("CoachingSlots", Life.slotItem("2026-11-18-10h", 2));
    day("2026-11-10");
  }

  private void day(String day) {
    now = Instant.parse(day + "T06:00:00Z");
    new LocalWorkflows(TABLES, TABLES.client(), ses.client(), InstantSource.fixed(now))
        .daily(Map.of("edition", "2026", "today", day));
  }

  /** A visit of somebody's own page a minute later; what it queues leaves. */
  private void visit(String page, String who, String... fields) {
    Registration self = TABLES.registrations().find(who).orElseThrow();
    String path = "/" + page + "/" + link(self);
    now = now.plusSeconds(60);
    LocalSite site = LocalSite.through(TABLES.client(), InstantSource.fixed(now));
    Visit answer = fields.length == 0 ? Visit.get(site, path) : Visit.post(site, path, fields);
    assertTrue(
        answer.status() < 500 || answer.status() == 503,
        () -> path + " " + Arrays.toString(fields) + ": " + answer.status());
    for (String mail : mails()) {
      Post.of(TABLES, ses.client()).at(now).sender(TABLES.client()).send(mail);
    }
  }

  private void pages(String who) {
    Stream.of("inscription", "confirmation", "binome", "avis", "coaching")
        .forEach(page -> visit(page, who));
  }

  private static void put(String table, String key, Consumer<Map<String, AttributeValue>> edit) {
    Map<String, AttributeValue> row = new HashMap<>(TABLES.row(table, key).attributes());
    edit.accept(row);
    TABLES.put(table, row);
  }

  private static void set(String table, String key, String name, String text) {
    put(table, key, row -> row.put(name, AttributeValue.fromS(text)));
  }

  private static void free(String who) {
    put(
        "Registrations",
        who,
        row -> {
          row.put("statut", AttributeValue.fromS("CONFIRMEE"));
          row.put("binomes", NONE);
          row.put("binome_avec", NONE);
        });
  }

  private static void delete(String table, String key) {
    TABLES
        .client()
        .deleteItem(
            row -> row.tableName(table).key(Map.of(keyName(table), AttributeValue.fromS(key))));
  }

  private static List<String> mails() {
    return TABLES.items("Mails").stream().map(mail -> Item.of(mail).required("envoi")).toList();
  }

  private static String pair() {
    return Item.of(TABLES.items("Pairs").getFirst()).required("binome");
  }

  /** How many mails of this kind have left. */
  private long sent(String kind) {
    return TABLES.items("Mails").stream()
        .map(Item::of)
        .filter(mail -> mail.required("modele").equals(kind))
        .filter(mail -> mail.required("statut").equals("ENVOYE"))
        .count();
  }

  @Test
  void whoever_was_put_back_may_withdraw_again_and_is_told_again() {
    visit("inscription", ZOE, "action", "retirer");
    set("Registrations", ZOE, "statut", "CONFIRMEE");
    pages(ZOE);
    visit("inscription", ZOE, "action", "retirer");
    assertEquals("RETIREE", TABLES.row("Registrations", ZOE).required("statut"));
    assertEquals(2, sent("retrait"));
  }

  @Test
  void whoever_has_to_confirm_again_can() {
    for (int i = 1; i <= 2; i++) {
      set("Registrations", ADA, "statut", "A_CONFIRMER");
      visit("confirmation", ADA, "action", "confirmer");
      assertEquals(i, sent("coaching"));
    }
  }

  @Test
  void two_whose_pair_was_deleted_are_paired_again_and_told_again() {
    delete("Pairs", pair());
    free(ADA);
    free(ZOE);
    day("2026-11-11");
    assertEquals(1, TABLES.items("Pairs").size());
    assertEquals(4, sent("binome"));
  }

  @TestFactory
  Stream<DynamicTest> whatever_is_done_to_whole_rows() {
    Map<String, Runnable> acts = new LinkedHashMap<>();
    acts.put(
        "a pair is deleted",
        () -> {
          delete("Pairs", pair());
          day("2026-11-11");
          pages(ZOE);
          visit("inscription", ZOE, "action", "retirer");
          visit("inscription", ADA, "action", "supprimer");
        });
    acts.put(
        "a pair that was called off is put back",
        () -> {
          String id = pair();
          visit("binome", ZOE, "action", "annuler");
          set("Pairs", id, "statut", "FORME");
          pages(ZOE);
          visit("binome", ZOE, "action", "annuler", "binome", id);
          day("2026-11-11");
        });
    acts.put(
        "a partner is deleted",
        () -> {
          delete("Registrations", ADA);
          pages(ZOE);
          day("2026-11-11");
          visit("binome", ZOE, "action", "proposer", "dates", "2026-11-25");
          visit("binome", ZOE, "action", "annuler");
          visit("inscription", ZOE, "action", "supprimer");
        });
    acts.put(
        "a registration and a pair are copied",
        () -> {
          put("Registrations", ZOE, row -> row.put("inscription", AttributeValue.fromS("copie")));
          put("Pairs", pair(), row -> row.put("binome", AttributeValue.fromS("copie")));
          day("2026-11-11");
          pages(ZOE);
          visit("binome", ZOE, "action", "annuler");
          visit("inscription", ZOE, "action", "supprimer");
          day("2026-11-17");
        });
    acts.put(
        "mails are deleted",
        () -> {
          mails().forEach(mail -> delete("Mails", mail));
          day("2026-11-10");
          visit("binome", ZOE, "action", "annuler");
        });
    acts.put(
        "rows are made with a key and an edition alone",
        () -> {
          for (String table : List.of("Registrations", "Pairs", "CoachingSlots")) {
            TABLES.put(
                table,
                Item.empty().put(keyName(table), "essai").put("edition", "2026").attributes());
          }
          day("2026-11-11");
          pages(ZOE);
          day("2026-11-23");
        });
    acts.put(
        "a coaching slot is deleted",
        () -> {
          visit("coaching", ADA, "seance", "2026-11-18-10h");
          delete("CoachingSlots", "2026-11-18-10h");
          pages(ADA);
          visit("inscription", ADA);
          day("2026-11-17");
          TABLES.put("CoachingSlots", Life.slotItem("2026-11-19-10h", 1));
          visit("coaching", ADA, "seance", "2026-11-19-10h");
          visit("coaching", ADA, "action", "annuler");
          visit("inscription", ADA, "action", "retirer");
        });
    acts.put(
        "a booked coaching slot is copied",
        () -> {
          visit("coaching", ADA, "seance", "2026-11-18-10h");
          put(
              "CoachingSlots",
              "2026-11-18-10h",
              row -> row.put("seance", AttributeValue.fromS("x")));
          pages(ADA);
          visit("coaching", ADA, "seance", "x");
          visit("coaching", ADA, "action", "annuler");
          day("2026-11-17");
          visit("inscription", ADA, "action", "supprimer");
        });
    acts.put(
        "a colleague's answer finds the pair deleted",
        () -> {
          visit(
              "binome",
              ADA,
              "action",
              "confier",
              "courriel",
              "c@interieur.gouv.fr",
              "binome",
              pair());
          delete("Pairs", pair());
          day("2026-11-11");
          visit("inscription", ADA, "action", "supprimer");
        });
    acts.put(
        "the edition is copied",
        () -> {
          put("Editions", "2026", row -> row.put("edition", AttributeValue.fromS("2027")));
          pages(ZOE);
          day("2026-11-11");
        });
    acts.put(
        "the edition is deleted",
        () -> {
          delete("Editions", "2026");
          pages(ZOE);
          visit("binome", ZOE, "action", "annuler");
          visit("inscription", ZOE, "action", "supprimer");
        });
    acts.put(
        "somebody is withdrawn by hand",
        () -> {
          set("Registrations", ZOE, "statut", "RETIREE");
          pages(ZOE);
          day("2026-11-11");
          visit("binome", ADA, "action", "annuler");
          visit("inscription", ZOE, "action", "supprimer");
        });
    acts.put(
        "somebody is in another edition",
        () -> {
          set("Registrations", ZOE, "edition", "2025");
          pages(ZOE);
          day("2026-11-11");
          visit("binome", ADA, "action", "annuler");
          visit("inscription", ZOE, "action", "retirer");
        });
    acts.put(
        "a pair loses one of its two and keeps the other",
        () -> {
          free(ZOE);
          pages(ZOE);
          day("2026-11-11");
          visit("binome", ADA, "action", "proposer", "dates", "2026-11-25");
          visit("binome", ZOE, "action", "accepter", "date", "2026-11-25");
          visit("binome", ADA, "action", "annuler");
        });
    return acts.entrySet().stream()
        .map(
            act ->
                dynamicTest(
                    act.getKey(),
                    () -> {
                      begin();
                      act.getValue().run();
                    }));
  }

  /** Copies of rows, each with one attribute deleted or of another meaning or type. */
  @Test
  void no_day_stops_at_rows_that_cannot_be_read() {
    List<AttributeValue> odd =
        List.of(
            AttributeValue.fromS("n’importe quoi"),
            AttributeValue.fromN("-1"),
            AttributeValue.fromBool(true),
            AttributeValue.fromNs(List.of("1", "2")),
            AttributeValue.fromL(List.of(AttributeValue.fromNul(true))));
    List<Map.Entry<String, String>> rows =
        List.of(
            Map.entry("Registrations", ZOE),
            Map.entry("Registrations", ADA),
            Map.entry("Pairs", pair()),
            Map.entry("CoachingSlots", "2026-11-18-10h"));
    free(ADA);
    int number = 0;
    for (Map.Entry<String, String> row : rows) {
      for (String name : TABLES.row(row.getKey(), row.getValue()).attributes().keySet()) {
        if (!name.equals(keyName(row.getKey()))) {
          copy(row, ++number, copy -> copy.remove(name));
          for (AttributeValue value : odd) {
            copy(row, ++number, copy -> copy.put(name, value));
          }
        }
      }
    }
    for (String day : List.of("2026-11-11", "2026-11-17", "2026-11-23", "2026-11-25")) {
      try {
        day(day);
      } catch (Machine.Failed e) {
        // A mail about a row that cannot be read has failed, and the alarm says so.
        assertEquals("MailsEnEchec", e.error(), e.explanation());
      }
    }
    assertTrue(sent("rappel-j1") >= 2, "those whose rows can be read are reminded");
  }

  private static void copy(
      Map.Entry<String, String> row, int number, Consumer<Map<String, AttributeValue>> edit) {
    String table = row.getKey();
    try {
      put(
          table,
          row.getValue(),
          copy -> {
            edit.accept(copy);
            copy.put(keyName(table), AttributeValue.fromS("%032x".formatted(number)));
          });
    } catch (DynamoDbException e) {
      // The key of an index takes texts alone.
    }
  }
}
