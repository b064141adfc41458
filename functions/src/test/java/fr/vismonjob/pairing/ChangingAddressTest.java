package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.SEAT;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.ZOE;
import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registering;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Organisers correct somebody's address, and everything that is that person's stays. */
final class ChangingAddressTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String OLD = "zoe@example.gouv.fr";
  private static final String NEW = "zoe.martin@example.fr";

  private Life life;
  private Instant now = Instant.parse("2026-11-12T11:00:00Z");

  @BeforeEach
  void begin() {
    life = begun();
  }

  private static Life begun() {
    TABLES.put("Editions", EditionBuilder.edition().item());
    return Life.begun(TABLES);
  }

  private Life corrected(String who, String address) {
    life.typed(who, "nouveau_courriel", AttributeValue.fromS(address)).follow(who);
    return life;
  }

  private String address(String who) {
    return life.person(who).person().address();
  }

  private void register(Registration like, String address) {
    register(TABLES.client(), like, address);
  }

  private void register(DynamoDbClient client, Registration like, String address) {
    Person person = like.person();
    now = now.plusSeconds(1);
    InstantSource clock = InstantSource.fixed(now);
    Tables tables = TABLES.tables(client, clock);
    new Registering(
            tables.registrations(),
            tables.mails(),
            new AllowanceTable(client, "MailAllowances"),
            tables.transactions(),
            TABLES.addresses(client),
            LocalTables.KEYED,
            clock)
        .register(
            Life.EDITION,
            new RegistrationAnswers(
                new Person(
                    person.firstName(), person.lastName(), address, person.phone(), person.needs()),
                like.place(),
                like.dates(),
                like.details()));
  }

  private static List<Registration> with(String address) {
    return TABLES.items("Registrations").stream()
        .map(row -> TABLES.registrations().find(Item.of(row).required("inscription")).orElseThrow())
        .filter(person -> person.person().address().equals(address))
        .toList();
  }

  @Test
  void everything_stays_but_the_address_and_whoever_has_to_know_is_told() {
    Registration before = life.person(ADA);
    corrected(ADA, " Ada.Lovelace@Interieur.gouv.fr ");
    Registration after = life.person(ADA);
    assertEquals("ada.lovelace@interieur.gouv.fr", after.person().address());
    assertEquals(before.state(), after.state());
    assertEquals(SEAT, after.seat().orElseThrow());
    assertEquals(before.details(), after.details());
    assertEquals(before.number(), after.number(), "mails queued before still make sense");
    assertTrue(after.linkNumber() > before.linkNumber(), "links so far are void");
    for (String pair : List.of(WITH_ZOE, WITH_YAN)) {
      assertEquals("ada.lovelace@interieur.gouv.fr", life.pair(pair).ambassador().address());
    }
    assertEquals(List.of("coordonnees Yan", "coordonnees Zoe", "lien Ada"), life.mailsQueued());
    assertEquals("", life.standing(ADA, "nouveau_courriel"));
    assertFalse(life.everything().toString().contains("ada@example.gouv.fr"), "no copy is left");
  }

  @Test
  void a_pair_that_is_over_follows_and_its_partner_is_not_told() {
    life.cancel(ZOE, WITH_ZOE);
    List<String> told = life.mailsQueued();
    corrected(ZOE, NEW);
    assertEquals(NEW, life.pair(WITH_ZOE).student().address());
    assertEquals(
        Stream.concat(told.stream(), Stream.of("lien Zoe")).sorted().toList(), life.mailsQueued());
  }

  /** Any spelling and type that plainly means an address. */
  static Stream<AttributeValue> spellings() {
    return Stream.of(
        AttributeValue.fromS(NEW),
        AttributeValue.fromS("\u00a0ZOE.Martin@example.fr\u200b "),
        AttributeValue.fromSs(List.of(NEW)),
        AttributeValue.fromL(List.of(AttributeValue.fromS(NEW))));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void it_is_read_as_what_it_plainly_means_and_a_second_time_changes_nothing(AttributeValue typed) {
    life.typed(ZOE, "nouveau_courriel", typed).follow(ZOE);
    assertEquals(NEW, address(ZOE));
    SortedSet<String> after = life.everything();
    life.follow(ZOE);
    life.typed(ZOE, "nouveau_courriel", typed).follow(ZOE);
    assertEquals(after, life.everything());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Zoe | yan@example.gouv.fr   | Une autre inscription de cette édition
          Zoe | ada@example.gouv.fr   | l’autre personne du binôme
          Zoe | zoe                   | nom@exemple.fr
          Zoe | zoé@example.fr        | n’a ni accent
          Ada | ada@example.fr        | adresse professionnelle
          Ada | bob@example.gouv.fr   | Une autre inscription de cette édition
          """)
  void what_the_form_would_refuse_is_refused_in_words(String name, String typed, String words) {
    // People of these tests have ids of their own making; here they need those of their addresses.
    TABLES.empty();
    TABLES.put("Editions", EditionBuilder.edition().item());
    Stream.of(ambassador("Ada"), ambassador("Bob"), student("Zoe"), student("Yan"))
        .map(RegistrationBuilder::build)
        .forEach(like -> register(like, like.person().address()));
    String who = with(name.toLowerCase(java.util.Locale.ROOT) + "@example.gouv.fr").getFirst().id();
    if (words.contains("binôme")) {
      TABLES.empty();
      life = begun();
      who = ZOE;
    }
    String before = address(who);
    corrected(who, typed);
    assertEquals(before, address(who));
    String answer = life.standing(who, "nouveau_courriel_refus");
    assertTrue(answer.contains(words), answer);
    SortedSet<String> refused = life.everything();
    life.follow(who);
    assertEquals(refused, life.everything());
  }

  @Test
  void a_value_that_is_no_address_at_all_says_what_is_expected() {
    life.typed(ZOE, "nouveau_courriel", AttributeValue.fromBool(true)).follow(ZOE);
    assertTrue(life.standing(ZOE, "nouveau_courriel_refus").contains("un texte est attendu"));
    assertEquals(OLD, address(ZOE));
  }

  @Test
  void an_edition_that_cannot_be_read_is_named() {
    TABLES.put("Editions", EditionBuilder.edition().brokenItem());
    corrected(ZOE, NEW);
    assertTrue(life.standing(ZOE, "nouveau_courriel_refus").contains("Table Editions"));
  }

  @Test
  void whoever_has_withdrawn_registers_anew_instead() {
    life.withdraw(ZOE);
    corrected(ZOE, NEW);
    assertTrue(life.standing(ZOE, "nouveau_courriel_refus").contains("est retirée"));
  }

  @Test
  void whoever_has_still_to_confirm_gets_the_confirmation_there() {
    String wil = RegistrationBuilder.id("Wil");
    life.registered(student("Wil").status(Status.A_CONFIRMER));
    corrected(wil, "wil@example.org");
    assertEquals(List.of("confirmation " + wil), life.mailsQueued());
    assertEquals(Status.A_CONFIRMER, life.person(wil).status());
  }

  @Test
  void a_bounce_of_the_old_address_is_forgotten() {
    TABLES.update("Registrations", ZOE).set("mails_arretes", "l’adresse n’existe pas").apply();
    TABLES.update("Registrations", ZOE).set("a_appeler", "Le mail est revenu.").apply();
    TABLES.update("Pairs", WITH_ZOE).set("etudiant_a_appeler", "Le mail est revenu.").apply();
    corrected(ZOE, NEW);
    assertTrue(life.person(ZOE).reachability().stopped().isEmpty());
    assertTrue(life.person(ZOE).reachability().toCall().isEmpty());
    assertEquals("", life.standing(WITH_ZOE, "etudiant_a_appeler"));
  }

  /** A student who has registered by the form's own use case. */
  private String registered() {
    TABLES.empty();
    TABLES.put("Editions", EditionBuilder.edition().item());
    register(student("Zoe").build(), OLD);
    return with(OLD).getFirst().id();
  }

  @Test
  void the_old_address_may_register_anew_and_the_new_one_is_known() {
    String moved = registered();
    corrected(moved, NEW);
    register(student("Zoe").build(), NEW);
    assertEquals(List.of(moved), with(NEW).stream().map(Registration::id).toList());
    assertEquals(1, TABLES.items("Registrations").size(), "the same registration");

    register(student("Lou").build(), OLD);
    register(student("Lou").build(), OLD);
    assertEquals(1, with(OLD).size());
    assertEquals("Lou", with(OLD).getFirst().person().firstName());
    assertFalse(with(OLD).getFirst().id().equals(moved));

    corrected(moved, OLD);
    assertTrue(life.standing(moved, "nouveau_courriel_refus").contains("Une autre inscription"));
  }

  @Test
  void addresses_may_go_round_and_nobody_is_ever_registered_twice() {
    String one = registered();
    corrected(one, "b@example.org");
    corrected(one, "c@example.org");
    corrected(one, OLD);
    register(student("Bea").build(), "b@example.org");
    String other = with("b@example.org").getFirst().id();
    corrected(one, "c@example.org");
    corrected(other, OLD);
    for (String address : List.of(OLD, "c@example.org")) {
      register(student("Zoe").build(), address);
      assertEquals(1, with(address).size(), address);
    }
    assertEquals(List.of(other), with(OLD).stream().map(Registration::id).toList());
    assertEquals(List.of(one), with("c@example.org").stream().map(Registration::id).toList());
    assertEquals(2, TABLES.items("Registrations").size());
    assertEquals(
        TABLES.items("Registrations").stream()
            .map(row -> Item.of(row).required("courriel"))
            .collect(Collectors.toCollection(TreeSet::new))
            .size(),
        TABLES.items("Registrations").size());
  }

  @Test
  void after_an_erasure_each_of_the_two_addresses_may_register() {
    String moved = registered();
    corrected(moved, NEW);
    life.erase(moved);
    assertFalse(life.everything().toString().contains(OLD));
    register(student("Zoe").build(), NEW);
    register(student("Zoe").build(), OLD);
    assertEquals(1, with(NEW).size());
    assertEquals(1, with(OLD).size());
    assertEquals(2, TABLES.items("Registrations").size());
  }

  @Test
  void two_who_want_the_same_address_at_the_same_time_do_not_both_get_it() {
    String moved = registered();
    SortedSet<String> ends = new TreeSet<>();
    TappedClient counting = TappedClient.counting(TABLES.client());
    life.typed(moved, "nouveau_courriel", AttributeValue.fromS(NEW));
    life.through(counting.client()).follow(moved);
    for (int n = 1; n <= counting.calls(); n++) {
      String again = registered();
      life.typed(again, "nouveau_courriel", AttributeValue.fromS(NEW));
      life.through(
              TappedClient.interrupted(
                      TABLES.client(), n, () -> register(student("Lou").build(), NEW))
                  .client())
          .follow(again);
      assertEquals(1, with(NEW).size(), "registering before call " + n);
      assertTrue(address(again).equals(NEW) == (TABLES.items("Registrations").size() == 1));
      ends.add(address(again));
    }
    for (int n = 1; n <= 5; n++) {
      String again = registered();
      life.typed(again, "nouveau_courriel", AttributeValue.fromS(NEW));
      register(
          TappedClient.interrupted(TABLES.client(), n, () -> life.follow(again)).client(),
          student("Lou").build(),
          NEW);
      assertEquals(1, with(NEW).size(), "moving before call " + n);
      ends.add(address(again));
    }
    assertEquals(new TreeSet<>(List.of(OLD, NEW)), ends, "each of the two came first once");
  }
}
