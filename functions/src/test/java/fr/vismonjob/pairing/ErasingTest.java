package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.BOB;
import static fr.vismonjob.pairing.Life.SEAT;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.XAM;
import static fr.vismonjob.pairing.Life.YAN;
import static fr.vismonjob.pairing.Life.ZOE;
import static fr.vismonjob.registration.RegistrationBuilder.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.component.VEvent;
import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.ReceivedMail;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.mail.MailStatus;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import fr.vismonjob.registration.Welcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class ErasingTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private Life life;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
  }

  /** What still tells of somebody, but for the last mail, which the sender cleans. */
  private List<String> traces(String... words) {
    return life.everything().stream()
        .filter(item -> !item.contains("S=efface"))
        .filter(item -> Stream.of(words).anyMatch(item::contains))
        .toList();
  }

  private static Feedback yes(String comment) {
    return new Feedback(true, Optional.empty(), OptionalInt.of(5), comment);
  }

  @Test
  void nothing_tells_of_the_person_any_more() {
    life.change(ADA, life.renamed(ADA, "Ada", "Lovelace"));
    life.erase(ADA);
    assertEquals(Optional.empty(), TABLES.registrations().find(ADA));
    assertEquals(List.of(), traces("Lovelace", "ada@example", "06 12 34 56 78"));
    assertFalse(TABLES.coachingSlots().find(SEAT).orElseThrow().attendees().contains(ADA));
  }

  @Test
  void partners_are_told_and_free_again() {
    life.erase(ADA);
    assertEquals(
        List.of("binome-annule Yan", "binome-annule Zoe", "efface Ada"), life.mailsQueued());
    assertEquals(PairStatus.ANNULE, life.pair(WITH_ZOE).status());
    assertEquals("Zoe Martin", life.pair(WITH_ZOE).student().fullName());
    assertEquals(Status.CONFIRMEE, life.person(ZOE).status());
    assertEquals(List.of(), life.person(ZOE).state().partners());
  }

  @Test
  void the_last_mail_carries_the_address_that_nothing_else_knows() {
    life.erase(ADA);
    assertEquals(
        Map.of(
            "numero", "1",
            "edition", "2026",
            "destinataire", "ada@example.gouv.fr",
            "prenom", "Ada",
            "binomes", WITH_ZOE + " " + WITH_YAN,
            "seance", SEAT,
            "sequence", "2"),
        life.details("efface/" + ADA + "/1"));
  }

  @Test
  void the_last_mail_takes_out_of_the_calendar_what_was_off_before_but_no_day_that_has_passed() {
    life.cancel(ZOE, WITH_ZOE);
    life.on("2026-11-24").erase(ZOE);
    assertEquals(Optional.of(WITH_ZOE), offBy("efface/" + ZOE + "/5"));
    life.cancel(ADA, WITH_YAN);
    life.on("2026-11-25").erase(ADA);
    assertEquals(Optional.empty(), offBy("efface/" + ADA + "/1"));
  }

  private Optional<String> offBy(String mail) {
    return Optional.ofNullable(life.details(mail).get("binomes"));
  }

  @Test
  void two_erased_before_any_mail_leaves_have_the_day_out_of_their_calendars_and_know_no_more() {
    life.erase(ADA);
    life.erase(ZOE);
    long sequence = life.pair(WITH_ZOE).state().sequence();
    Post post = Post.of(TABLES, ses.client()).edition(EditionBuilder.edition());
    TABLES.items("Mails").forEach(mail -> post.sender().send(Item.of(mail).required("envoi")));

    assertEquals(
        MailStatus.SANS_OBJET, post.status("binome-annule/" + ZOE + "/" + WITH_ZOE + "-1"));
    for (String address : List.of("ada@example.gouv.fr", "zoe@example.gouv.fr")) {
      ReceivedMail mail = received(address);
      assertEquals("efface", mail.header("X-Vis-Mon-Job"));
      assertTrue(
          mail.calendars().stream()
              .anyMatch(
                  calendar ->
                      calendar.getMethod().isCancel()
                          && isOf(WITH_ZOE, sequence, calendar.getEvents().getFirst())),
          mail.calendarFiles().toString());
    }
    String toZoe = received("zoe@example.gouv.fr").parts().toString();
    assertFalse(toZoe.contains("Ada") || toZoe.contains("ada@"), toZoe);
  }

  private static boolean isOf(String pair, long sequence, VEvent event) {
    return event.getUid().getValue().startsWith("binome-" + pair + "@")
        && event.getSequence().getValue() == sequence;
  }

  /** The one mail that somebody has got. */
  private ReceivedMail received(String address) {
    List<SesServer.Received> all =
        ses.accepted().stream().filter(mail -> mail.destination().equals(address)).toList();
    assertEquals(1, all.size());
    return ReceivedMail.of(all.getFirst().message());
  }

  @Test
  void an_ambassador_loses_one_student_and_keeps_the_other() {
    life.erase(ZOE);
    assertEquals(List.of(WITH_YAN), life.person(ADA).pairs());
    assertEquals(Status.APPARIEE, life.person(ADA).status());
    assertEquals(List.of(), traces("Zoe", "zoe@"));
  }

  @Test
  void a_pair_cancelled_before_forgets_the_person_too() {
    life.cancel(ZOE, WITH_ZOE);
    life.erase(ZOE);
    assertEquals(List.of(), traces("Zoe", "zoe@"));
    assertEquals("Ada Martin", life.pair(WITH_ZOE).ambassador().fullName());
    assertEquals(1, life.mailsQueued().stream().filter("binome-annule Ada"::equals).count());
  }

  @Test
  void a_day_that_took_place_stays_without_the_name() {
    Life after = life.on("2026-11-25");
    after.say(ZOE, WITH_ZOE, yes("Merci à Ada Martin, que j’ai vue de 9 h à 17 h."));
    after.say(ADA, WITH_ZOE, yes("Zoe a tout compris, écrivez à zoe@example.gouv.fr !"));
    after.erase(ZOE);

    Pair pair = life.pair(WITH_ZOE);
    assertEquals(PairStatus.REALISE, pair.status());
    assertEquals(yes(""), pair.student().feedback().orElseThrow());
    assertEquals(
        "[effacé] a tout compris, écrivez à [effacé] !",
        pair.ambassador().feedback().orElseThrow().comment());
    assertEquals(List.of(WITH_ZOE, WITH_YAN), life.person(ADA).pairs());
    assertEquals(List.of("(données effacées)", "Yan Martin"), life.person(ADA).state().partners());
    assertEquals(List.of("efface Zoe"), life.mailsQueued());
  }

  @Test
  void a_day_that_has_just_ended_stays_without_the_name_too() {
    life.at("2026-11-24T20:00").erase(ZOE);
    assertEquals(PairStatus.FORME, life.pair(WITH_ZOE).status());
    assertEquals("", life.pair(WITH_ZOE).student().fullName());
    assertEquals(List.of(WITH_ZOE, WITH_YAN), life.person(ADA).pairs());
    assertEquals(List.of("(données effacées)", "Yan Martin"), life.person(ADA).state().partners());
    assertEquals(1, life.mailsQueued().size(), life.mailsQueued().toString());
  }

  @Test
  void an_address_and_a_telephone_that_the_person_had_before_go_too() {
    Life after = life.on("2026-11-25");
    after.say(ADA, WITH_ZOE, yes("Écrivez à z.martin@ancienne.example, ou au 06 98 76 54 32."));
    rejected("lien", "550 zm75@ancienne.example: no such user");
    after.erase(ZOE);
    assertEquals(
        "Écrivez à [effacé], ou au [effacé].",
        life.pair(WITH_ZOE).ambassador().feedback().orElseThrow().comment());
    assertEquals(List.of(), traces("ancienne", "06 98"));
  }

  @Test
  void a_name_that_the_person_had_on_the_day_goes_from_what_the_partner_said() {
    Life after = life.on("2026-11-25");
    after.say(ADA, WITH_ZOE, yes("Merci à Zoe, et à Mme Martin."));
    after.change(ZOE, after.renamed(ZOE, "Anne", "Durand"));
    after.erase(ZOE);
    assertEquals(
        "Merci à [effacé], et à Mme [effacé].",
        life.pair(WITH_ZOE).ambassador().feedback().orElseThrow().comment());
  }

  @Test
  void what_the_person_had_before_goes_from_what_hosts_wrote_of_the_welcome() {
    life.change(ZOE, withPhone("06 98 76 54 32"));
    life.welcome(
        ADA,
        new Welcome(
            "Zoe Martin : 1 rue de la Paix",
            "Zoe Martin, zoe@example.gouv.fr ou 06.98.76.54.32, demande Yan.",
            Welcome.ARRIVAL,
            Welcome.DEPARTURE));
    life.change(ZOE, withPhone("07 11 22 33 44"));
    life.change(ZOE, life.renamed(ZOE, "Anne", "Durand"));
    TABLES.put("Editions", EditionBuilder.edition().item());
    life.typed(ZOE, "nouveau_courriel", AttributeValue.fromS("anne@example.fr")).follow(ZOE);
    assertEquals(
        "Anne Durand, anne@example.fr ou 06 12 34 56 78, demande Yan.",
        life.person(ADA).welcome().instructions());
    life.erase(ZOE);
    assertEquals("[effacé] : 1 rue de la Paix", life.person(ADA).welcome().address());
    assertEquals(
        "[effacé], [effacé] ou [effacé], demande Yan.", life.person(ADA).welcome().instructions());
  }

  private RegistrationAnswers withPhone(String phone) {
    Registration zoe = life.person(ZOE);
    Person person = named("Zoe", "Martin", zoe.person().address(), phone);
    return new RegistrationAnswers(person, zoe.place(), zoe.dates(), zoe.details());
  }

  @Test
  void a_name_goes_from_the_welcome_wherever_in_it_it_stands() {
    for (boolean above : List.of(true, false)) {
      TABLES.empty();
      begin();
      String told = "Pour Zoe Martin";
      String address = above ? told : "1 rue du Port";
      String instructions = above ? "Sonner" : told;
      life.welcome(ADA, new Welcome(address, instructions, Welcome.ARRIVAL, Welcome.DEPARTURE));
      life.erase(ZOE);
      assertEquals(
          new Welcome(
              address.replace("Zoe Martin", "[effacé]"),
              instructions.replace("Zoe Martin", "[effacé]"),
              Welcome.ARRIVAL,
              Welcome.DEPARTURE),
          life.person(ADA).welcome());
    }
  }

  @Test
  void a_day_that_both_say_has_taken_place_stays_in_the_calendar() {
    Life day = life.on("2026-11-24");
    day.say(ADA, WITH_ZOE, yes(""));
    day.say(ZOE, WITH_ZOE, yes(""));
    day.erase(ZOE);
    assertEquals(Optional.empty(), offBy("efface/" + ZOE + "/5"));
  }

  @Test
  void what_a_mail_s_history_says_of_nobody_stays() {
    rejected("lien", "552 mailbox full");
    rejected("confirmee", "552 mailbox of Zoe Martin is full");
    life.erase(ZOE);
    assertEquals(List.of("552 mailbox full"), motives());
  }

  private static void rejected(String kind, String reason) {
    TABLES.put(
        "Mails",
        Item.empty()
            .put("envoi", kind + "/" + ZOE + "/1")
            .put("modele", kind)
            .put("inscription", ZOE)
            .put("statut", "REJETE")
            .put("depart", "IMMEDIAT")
            .put("cree_le", "2026-11-01T10:00:00Z")
            .put("motif", reason)
            .attributes());
  }

  private static List<String> motives() {
    return TABLES.items("Mails").stream().flatMap(m -> Item.of(m).find("motif").stream()).toList();
  }

  @Test
  void what_a_mail_s_history_says_of_the_address_goes() {
    rejected("lien", "550 <Zoe@example.gouv.fr>: no such user");
    life.erase(ZOE);
    assertEquals(List.of(), traces("@example.gouv.fr>"));
    assertTrue(life.mailsQueued().contains("lien Zoe"));
  }

  @Test
  void whoever_has_withdrawn_is_erased_without_a_word_to_others() {
    life.withdraw(YAN);
    life.erase(YAN);
    assertEquals(List.of("binome-annule Ada", "efface Yan", "retrait Yan"), life.mailsQueued());
    assertEquals(List.of(), traces("Yan", "yan@"));
  }

  @Test
  void at_the_end_of_an_edition_nobody_is_told() {
    life.on("2027-02-23").eraseQuietly(ADA);
    assertEquals(List.of(), life.mailsQueued());
    assertEquals(PairStatus.FORME, life.pair(WITH_ZOE).status());
    assertEquals(List.of(), traces("Ada", "ada@"));
    assertEquals(Optional.empty(), TABLES.registrations().find(ADA));
  }

  @Test
  void whoever_goes_quietly_before_the_day_frees_the_partners_without_a_word() {
    life.eraseQuietly(ADA);
    assertEquals(List.of(), life.mailsQueued());
    assertEquals(PairStatus.ANNULE, life.pair(WITH_ZOE).status());
    for (String student : List.of(ZOE, YAN)) {
      assertEquals(List.of(), life.person(student).pairs());
      assertEquals(Status.CONFIRMEE, life.person(student).status());
    }
  }

  @Test
  void erasing_again_does_nothing() {
    life.erase(ADA);
    var before = life.everything();
    life.erase(ADA);
    assertEquals(before, life.everything());
  }

  @Test
  void others_of_the_same_first_name_keep_theirs() {
    TABLES.put("Registrations", RegistrationBuilder.student("Adam").item());
    life.erase(ADA);
    assertFalse(traces("Adam").isEmpty());
  }

  @Test
  void whoever_gets_no_mails_any_more_gets_no_last_one_either() {
    TABLES.update("Registrations", ZOE).set("mails_arretes", "l’adresse n’existe pas").apply();
    life.erase(ZOE);
    assertFalse(life.details("efface/" + ZOE + "/5").containsKey("destinataire"));
  }

  /** So the mail does not greet whom it may not know any more. */
  @Test
  void the_last_mail_to_somebody_who_withdrew_has_no_name() {
    life.withdraw(YAN);
    life.erase(YAN);
    assertEquals("yan@example.gouv.fr", life.details("efface/" + YAN + "/1").get("destinataire"));
    assertFalse(life.details("efface/" + YAN + "/1").containsKey("prenom"));
  }

  @Test
  void a_mere_proposal_that_was_called_off_is_in_nobody_s_calendar() {
    TABLES.put(
        "Pairs",
        PairBuilder.pair(PairId.of(BOB, XAM), life.person(BOB), life.person(XAM))
            .proposed()
            .status(PairStatus.ANNULE)
            .item());
    life.erase(BOB);
    assertEquals(Optional.empty(), offBy("efface/" + BOB + "/1"));
    assertEquals(List.of("efface Bob"), life.mailsQueued());
  }

  @Test
  void only_somebody_who_has_not_confirmed_is_erased_for_that() {
    assertFalse(life.forgetUnconfirmed(BOB));
    assertTrue(TABLES.registrations().find(BOB).isPresent());
    TABLES.update("Registrations", BOB).set("statut", "A_CONFIRMER").apply();
    assertTrue(life.forgetUnconfirmed(BOB));
    assertFalse(life.forgetUnconfirmed(BOB));
    assertEquals(List.of(), life.mailsQueued());
  }

  @Test
  void lists_with_the_name_go_before_the_person_and_once_more_afterwards() {
    List<Boolean> isThere = new ArrayList<>();
    Erasing erasing =
        new Erasing(
            TABLES.tables(
                TABLES.client(),
                _ -> isThere.add(TABLES.registrations().addressChanges().exists(ADA)),
                InstantSource.fixed(Instant.parse("2026-11-12T08:00:00Z"))));
    erasing.erase(XAM, TABLES.addresses(TABLES.client()));
    erasing.eraseQuietly(ZOE, Life.TODAY);
    assertEquals(
        List.of(), isThere, "nobody's name is in one, or the edition ends with all of them");
    erasing.erase(ADA, TABLES.addresses(TABLES.client()));
    assertEquals(List.of(true, false), isThere);
  }
}
