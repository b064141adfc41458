package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.named;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.pairing.KnownPairs.ImposedRequest;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whether two can be paired because organisers want it, and what is answered if not. */
final class ImposingTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final LocalDate TODAY = LocalDate.parse("2026-11-10");
  private static final String ADA = id(ambassador("Ada"));
  private static final String ZOE = id(student("Zoe"));

  private static String id(RegistrationBuilder person) {
    return person.build().id();
  }

  private static List<ImposedRequest> requests(RegistrationBuilder asking) {
    return new Imposing(TABLES.registrations(), TODAY)
        .of(TABLES.registrations().find(id(asking)).orElseThrow())
        .toList();
  }

  private static void put(RegistrationBuilder... people) {
    for (RegistrationBuilder person : people) {
      TABLES.put("Registrations", person.item());
    }
  }

  private static String refusal(RegistrationBuilder asking, RegistrationBuilder other) {
    put(asking, other);
    ImposedRequest request = requests(asking).getFirst();
    assertEquals(request.refusal().isEmpty(), request.pair().isPresent());
    return request.refusal();
  }

  @Test
  void either_side_may_name_the_other_whatever_their_wishes_and_distance() {
    RegistrationBuilder far =
        student("Zoe").place("Lyon", "69", "Rhône", 45.76, 4.84).job("donnees", "Données");
    PairIds pair = new PairIds(ZOE, ADA);
    put(ambassador("Ada").imposed("Zoe"), far.imposed("Ada"));
    for (RegistrationBuilder asking : List.of(ambassador("Ada"), student("Zoe"))) {
      assertEquals(Optional.of(pair), requests(asking).getFirst().pair());
    }
  }

  @Test
  void what_is_in_the_way_is_said_in_words() {
    RegistrationBuilder ada = ambassador("Ada").imposed("Zoe");
    assertEquals(
        "L’étudiante ou l’étudiant n’a pas encore confirmé son inscription.",
        refusal(ada, student("Zoe").status(Status.A_CONFIRMER)));
    assertEquals(
        "L’étudiante ou l’étudiant s’est retiré.",
        refusal(ada, student("Zoe").status(Status.RETIREE)));
    assertEquals(
        "L’étudiante ou l’étudiant a déjà un binôme.",
        refusal(ada, student("Zoe").pairedWith("p", "Bob Martin")));
    assertEquals(
        "Ces deux personnes n’ont aucune date à venir en commun.",
        refusal(
            ambassador("Ada").imposed("Zoe").dates("2026-11-10", "2026-11-24"),
            student("Zoe").dates("2026-11-10", "2026-11-25")));
    assertTrue(refusal(ada, student("Zoe").neverWith("Ada")).contains("jamais_avec"));
    assertTrue(refusal(ada.neverWith("Zoe"), student("Zoe")).contains("jamais_avec"));
    assertEquals(
        "L’ambassadrice ou l’ambassadeur n’a plus de place.",
        refusal(ambassador("Ada").imposed("Zoe").pairedWith("p", "Yan Martin"), student("Zoe")));
    assertEquals(
        "L’ambassadrice ou l’ambassadeur a confié une place à une ou un collègue, et cette place"
            + " reste vide\u00a0: augmentez son attribut «\u00a0capacite\u00a0» (3 au plus), ou"
            + " demandez-lui de modifier ses réponses, ce qui libère la place.",
        refusal(ambassador("Ada").imposed("Zoe").handedOn(1), student("Zoe")));
    assertEquals(
        "", refusal(ambassador("Ada").imposed("Zoe").handedOn(1).capacity(2), student("Zoe")));
    assertEquals(
        "Ces deux personnes sont déjà en binôme.",
        refusal(
            ambassador("Ada").imposed("Zoe").capacity(2).pairedWith("p", "Zoe Martin"),
            student("Zoe").pairedWith("p", "Ada Martin")));
    assertEquals(
        "Cette clé est celle de l’inscription elle-même.",
        refusal(ambassador("Ada").imposed("Ada"), student("Zoe")));
    assertTrue(
        refusal(ambassador("Ada").imposed("Bob"), ambassador("Bob")).contains("le même rôle"));
    assertEquals(
        "Les deux inscriptions ont la même adresse.",
        refusal(
            ambassador("Ada").imposed("Zoe"),
            student("Zoe").person(named("Ada", "Martin", "ada@example.gouv.fr"))));
  }

  @Test
  void an_ambassador_with_one_seat_left_may_get_one_more() {
    assertEquals(
        "",
        refusal(
            ambassador("Ada").imposed("Zoe").capacity(2).pairedWith("p", "Yan Martin"),
            student("Zoe")));
  }

  @Test
  void somebody_of_another_edition_is_refused() {
    put(ambassador("Ada").imposed("Zoe"));
    put(student("Zoe").edition("2025"));
    assertEquals(
        "Cette clé est celle d’une autre édition.",
        requests(ambassador("Ada")).getFirst().refusal());
  }

  static Stream<AttributeValue> spellings() {
    AttributeValue key = AttributeValue.fromS(" " + ZOE.toUpperCase(java.util.Locale.ROOT) + " ");
    return Stream.of(
        key,
        AttributeValue.fromL(List.of(key)),
        AttributeValue.fromSs(List.of(ZOE)),
        AttributeValue.fromS(ZOE + ", " + ZOE),
        AttributeValue.fromL(List.of(AttributeValue.fromS(""), key)));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void a_key_may_be_typed_oddly(AttributeValue typed) {
    marked(typed);
    assertEquals(
        List.of(new ImposedRequest(ADA, "", Optional.of(new PairIds(ZOE, ADA)), "")),
        requests(ambassador("Ada")));
  }

  static Stream<AttributeValue> nothing() {
    return Stream.of(
        AttributeValue.fromS("  "),
        AttributeValue.fromS("non"),
        AttributeValue.fromBool(false),
        AttributeValue.fromNul(true),
        AttributeValue.fromL(List.of()));
  }

  @ParameterizedTest
  @MethodSource("nothing")
  void nothing_and_no_ask_for_nobody(AttributeValue typed) {
    marked(typed);
    assertEquals(List.of(), requests(ambassador("Ada")));
  }

  static Stream<AttributeValue> nonsense() {
    return Stream.of(
        AttributeValue.fromBool(true),
        AttributeValue.fromN("12"),
        AttributeValue.fromM(Map.of("S", AttributeValue.fromS(ZOE))),
        AttributeValue.fromS("x".repeat(3000)),
        AttributeValue.fromS("oui"));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void what_is_no_key_is_refused_and_leaves_the_row_readable(AttributeValue typed) {
    marked(typed);
    assertEquals(
        List.of(new ImposedRequest(ADA, "", Optional.empty(), "Aucune inscription n’a cette clé.")),
        requests(ambassador("Ada")));
  }

  @Test
  void an_old_refusal_goes_with_what_it_answered() {
    Map<String, AttributeValue> ada = new HashMap<>(ambassador("Ada").item());
    ada.put("a_apparier_refus", AttributeValue.fromS("Ancien."));
    TABLES.put("Registrations", ada);
    assertEquals(
        List.of(new ImposedRequest(ADA, "Ancien.", Optional.empty(), "")),
        requests(ambassador("Ada")));
  }

  private static void marked(AttributeValue typed) {
    put(student("Zoe"));
    Map<String, AttributeValue> ada = new HashMap<>(ambassador("Ada").item());
    ada.put("a_apparier_avec", typed);
    TABLES.put("Registrations", ada);
  }
}
