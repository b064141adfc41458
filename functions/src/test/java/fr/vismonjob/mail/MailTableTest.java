package fr.vismonjob.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.mail.Mail.Departure;
import fr.vismonjob.mail.Rejection.Gravity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may become of a mail in each status. */
final class MailTableTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final Instant NOW = Instant.parse("2026-11-10T06:00:00Z");
  private static final String KEY = "lien/a1/1";

  private static void put(MailStatus status, Item also) {
    TABLES.put("Mails", mail(KEY, status).putAll(also).attributes());
  }

  private static Item mail(String key, MailStatus status) {
    return MailItem.write(Mail.immediate(MailKind.LINK, "a1", "1", NOW, new About.Own(1)))
        .put(MailItem.KEY, key)
        .put(MailItem.STATUS, status.name());
  }

  private static Item row() {
    return TABLES.row("Mails", KEY);
  }

  private static MailStatus status() {
    return MailStatus.valueOf(row().required(MailItem.STATUS));
  }

  /** To which status an act leads from each other one; it is refused in those left out. */
  private static void assertLeads(Map<MailStatus, MailStatus> expected, Consumer<MailTable> act) {
    Map<MailStatus, MailStatus> found = new EnumMap<>(MailStatus.class);
    for (MailStatus from : MailStatus.values()) {
      put(from, Item.empty().put(MailItem.CLAIMED_AT, NOW.minusSeconds(1).toString()));
      Item before = row();
      if (expected.containsKey(from)) {
        act.accept(TABLES.mails());
        found.put(from, status());
      } else {
        assertThrows(IllegalStateException.class, () -> act.accept(TABLES.mails()), from.name());
        assertEquals(before.attributes(), row().attributes());
      }
    }
    assertEquals(expected, found);
  }

  private static Map<MailStatus, MailStatus> onlyClaimed(MailStatus to) {
    return Map.of(MailStatus.EN_COURS, to);
  }

  @Test
  void only_a_waiting_mail_is_claimed() {
    Mail mail = Mail.immediate(MailKind.LINK, "a1", "1", NOW, new About.Own(1));
    assertLeads(
        Map.of(MailStatus.A_ENVOYER, MailStatus.EN_COURS),
        mails -> assertEquals(mail, mails.claim(KEY, NOW).orElseThrow(IllegalStateException::new)));
  }

  @Test
  void only_a_claimed_mail_ends_or_waits_again() {
    assertLeads(onlyClaimed(MailStatus.SANS_OBJET), mails -> mails.recordPointless(KEY, "x"));
    assertLeads(onlyClaimed(MailStatus.ECHEC), mails -> mails.recordFailed(KEY, "x", NOW));
    assertLeads(onlyClaimed(MailStatus.A_ENVOYER), mails -> mails.release(KEY));
    assertLeads(onlyClaimed(MailStatus.A_ENVOYER), mails -> mails.holdBack(KEY, "r", "2026", "x"));
    assertLeads(onlyClaimed(MailStatus.A_ENVOYER), mails -> mails.postpone(KEY, NOW));
  }

  @Test
  void a_mail_that_was_sent_stays_rejected_if_that_was_known_first() {
    assertLeads(
        Map.of(MailStatus.EN_COURS, MailStatus.ENVOYE, MailStatus.REJETE, MailStatus.REJETE),
        mails -> mails.recordSent(KEY, NOW, "id-1"));
    for (MailStatus from : List.of(MailStatus.EN_COURS, MailStatus.REJETE)) {
      put(from, Item.empty());
      TABLES.mails().recordSent(KEY, NOW, "id-1");
      assertEquals("id-1", row().required(MailItem.MESSAGE_ID));
      assertEquals(NOW, row().instant(MailItem.SENT_AT));
    }
  }

  @Test
  void a_rejection_counts_of_every_mail_that_may_have_left_and_of_no_other() {
    Set<MailStatus> rejected = EnumSet.noneOf(MailStatus.class);
    for (MailStatus from : MailStatus.values()) {
      put(from, Item.empty());
      if (TABLES.mails().rejections().record(KEY, rejection(Gravity.DEFINITIF)).isPresent()) {
        rejected.add(from);
      }
    }
    assertEquals(
        EnumSet.of(MailStatus.EN_COURS, MailStatus.ENVOYE, MailStatus.ECHEC, MailStatus.REJETE),
        rejected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', true",
    "id-1, '', true",
    "id-2, '', false", // that of another mail
    "id-1, TEMPORAIRE, true",
    "id-1, DEFINITIF, false",
    "id-1, PLAINTE, false"
  })
  void of_one_mail_only_a_worse_rejection_is_news(String id, String known, boolean isNews) {
    put(
        MailStatus.ENVOYE,
        Item.empty().put(MailItem.MESSAGE_ID, id).put(MailItem.REJECTION, known));
    assertEquals(
        isNews, TABLES.mails().rejections().record(KEY, rejection(Gravity.DEFINITIF)).isPresent());
  }

  @Test
  void whose_last_mail_it_was_is_forgotten_with_its_outcome_and_not_before() {
    Map<String, Consumer<MailTable>> acts =
        Map.of(
            "ENVOYE", mails -> mails.recordSent(KEY, NOW, "id-1"),
            "SANS_OBJET", mails -> mails.recordPointless(KEY, "x"),
            "ECHEC", mails -> mails.recordFailed(KEY, "x", NOW),
            "ECHEC of a dead sender", mails -> mails.ledger().settleStaleClaims(NOW),
            "REJETE", mails -> TABLES.passes(rejected(mails)),
            "A_ENVOYER released", mails -> mails.release(KEY),
            "A_ENVOYER held back", mails -> mails.holdBack(KEY, "r", "2026", "x"),
            "A_ENVOYER postponed", mails -> mails.postpone(KEY, NOW));
    Item addressee =
        Item.empty()
            .put("destinataire", "ada@example.fr")
            .put("prenom", "Ada")
            .put(MailItem.CLAIMED_AT, NOW.minus(Duration.ofHours(2)).toString());
    acts.forEach(
        (outcome, act) -> {
          put(MailStatus.EN_COURS, addressee);
          act.accept(TABLES.mails());
          assertTrue(outcome.startsWith(status().name()), outcome);
          boolean waits = status() == MailStatus.A_ENVOYER;
          assertEquals(waits, row().has("destinataire"), outcome);
          assertEquals(waits, row().has("prenom"), outcome);
        });
  }

  private static Write rejected(MailTable mails) {
    return mails.rejections().record(KEY, rejection(Gravity.DEFINITIF)).orElseThrow();
  }

  private static Rejection rejection(Gravity gravity) {
    return new Rejection(
        "id-1", Optional.empty(), List.of(), gravity, "Rejeté", LocalDate.parse("2026-11-10"));
  }

  @Test
  void a_rejection_is_recorded_only_over_what_was_read() {
    for (Item meanwhile :
        List.of(
            Item.empty().put(MailItem.STATUS, MailStatus.ECHEC.name()),
            Item.empty().put(MailItem.MESSAGE_ID, "id-2"),
            Item.empty().put(MailItem.REJECTION, Gravity.PLAINTE.name()))) {
      put(MailStatus.ENVOYE, Item.empty());
      var write =
          TABLES.mails().rejections().record(KEY, rejection(Gravity.DEFINITIF)).orElseThrow();
      put(MailStatus.ENVOYE, meanwhile);
      assertFalse(TABLES.passes(write), meanwhile.attributes().toString());
    }
  }

  @Test
  void a_claim_forgets_why_the_mail_waited_and_a_release_when_it_was_claimed() {
    put(
        MailStatus.A_ENVOYER,
        Item.empty()
            .put(MailItem.REASON, "x")
            .put(MailItem.HELD_BACK_BY, "r")
            .put(MailItem.HELD_BACK_EDITION, "2026"));
    TABLES.mails().claim(KEY, NOW);
    assertEquals(NOW, row().instant(MailItem.CLAIMED_AT));
    for (String gone :
        List.of(MailItem.REASON, MailItem.HELD_BACK_BY, MailItem.HELD_BACK_EDITION)) {
      assertFalse(row().has(gone), gone);
    }
    TABLES.mails().release(KEY);
    assertFalse(row().has(MailItem.CLAIMED_AT));
    assertFalse(row().has(MailItem.CLAIMED_BY));
  }

  /** Operators do so once what was wrong is corrected. */
  @Test
  void a_postponed_mail_that_ended_and_is_let_wait_again_waits_for_no_hour() {
    put(MailStatus.EN_COURS, Item.empty().put(MailItem.DEPARTURE, Departure.CAMPAIGN.code()));
    TABLES.mails().postpone(KEY, NOW);
    TABLES.mails().claim(KEY, NOW);
    TABLES.mails().recordFailed(KEY, "x", NOW);
    assertEquals(NOW, row().instant(MailItem.FAILED_AT));
    TABLES.update("Mails", KEY).set(MailItem.STATUS, MailStatus.A_ENVOYER.name()).apply();
    assertEquals(List.of(KEY), TABLES.mails().ledger().waiting(NOW, "s"));
  }

  @Test
  void a_claim_is_given_up_after_an_hour_and_not_at_it() {
    put(MailStatus.A_ENVOYER, Item.empty());
    TABLES.mails().claim(KEY, NOW);
    Instant hour = NOW.plus(Duration.ofHours(1));
    assertEquals(0, TABLES.mails().ledger().settleStaleClaims(hour));
    assertEquals(1, TABLES.mails().ledger().settleStaleClaims(hour.plusSeconds(1)));
    assertEquals(MailStatus.ECHEC, status());
    assertEquals(hour.plusSeconds(1), row().instant(MailItem.FAILED_AT));
  }

  /** The index still has the old claim. */
  @Test
  void a_claim_that_another_sender_has_taken_anew_meanwhile_is_not_given_up() {
    put(MailStatus.A_ENVOYER, Item.empty());
    TABLES.mails().claim(KEY, NOW);
    Instant later = NOW.plus(Duration.ofHours(2));
    MailTable interrupted =
        new MailTable(
            TappedClient.interrupted(
                    TABLES.client(),
                    2,
                    () -> {
                      TABLES.mails().release(KEY);
                      TABLES.mails().claim(KEY, later);
                    })
                .client(),
            "Mails");
    assertEquals(0, interrupted.ledger().settleStaleClaims(later));
    assertEquals(MailStatus.EN_COURS, status());
  }

  @Test
  void
      a_workflow_sends_its_own_mails_and_overdue_ones_but_not_what_it_has_held_back_or_what_is_postponed() {
    waiting("campagne", Departure.CAMPAIGN, NOW, "");
    waiting("retenu", Departure.CAMPAIGN, NOW, "r");
    waiting("immediat", Departure.IMMEDIATE, NOW, "");
    waiting("en-retard", Departure.IMMEDIATE, NOW.minusSeconds(1), "");
    TABLES.put("Mails", mail("parti", MailStatus.ENVOYE).attributes());
    put(MailStatus.EN_COURS, Item.empty());
    TABLES.mails().postpone(KEY, NOW.minusSeconds(1));
    assertEquals(List.of(KEY), TABLES.mails().ledger().postponed());
    assertEquals(List.of("campagne", "en-retard"), TABLES.mails().ledger().waiting(NOW, "r"));
    assertEquals(
        List.of("campagne", "en-retard", "retenu"), TABLES.mails().ledger().waiting(NOW, "s"));
  }

  @Test
  void a_postponed_mail_that_was_held_back_since_waits_for_the_runs_again() {
    put(MailStatus.EN_COURS, Item.empty().put(MailItem.CREATED_AT, NOW.minusSeconds(1).toString()));
    TABLES.mails().postpone(KEY, NOW);
    assertEquals(List.of(), TABLES.mails().ledger().waiting(NOW, "s"));
    TABLES.mails().claim(KEY, NOW);
    TABLES.mails().holdBack(KEY, "r", "2026", "x");
    assertEquals(List.of(), TABLES.mails().ledger().waiting(NOW, "r"));
    assertEquals(List.of(KEY), TABLES.mails().ledger().waiting(NOW, "s"));
  }

  private static void waiting(String key, Departure departure, Instant at, String heldBackBy) {
    TABLES.put(
        "Mails",
        mail(key, MailStatus.A_ENVOYER)
            .put(MailItem.DEPARTURE, departure.code())
            .put(MailItem.CREATED_AT, at.toString())
            .put(MailItem.HELD_BACK_BY, heldBackBy)
            .attributes());
  }

  @Test
  void failures_count_from_that_very_instant_on() {
    put(MailStatus.ECHEC, Item.empty().put(MailItem.FAILED_AT, NOW.toString()));
    assertEquals(1, TABLES.mails().ledger().failedSince(NOW));
    assertEquals(0, TABLES.mails().ledger().failedSince(NOW.plusSeconds(1)));
    put(MailStatus.ECHEC, Item.empty());
    assertEquals(0, TABLES.mails().ledger().failedSince(NOW), "set by hand, without a time");
  }

  @Test
  void what_a_run_held_back_is_told_of_that_run_and_edition() {
    put(MailStatus.EN_COURS, Item.empty());
    TABLES.mails().holdBack(KEY, "r", "2026", "non vérifié");
    assertEquals(Optional.of("non vérifié"), TABLES.mails().ledger().heldBack("r", "2026"));
    assertEquals(Optional.empty(), TABLES.mails().ledger().heldBack("r", "2025"));
    assertEquals(Optional.empty(), TABLES.mails().ledger().heldBack("s", "2026"));
  }

  @Test
  void a_mail_is_found_by_the_number_that_ses_gave_it() {
    put(MailStatus.EN_COURS, Item.empty());
    assertEquals(Optional.empty(), TABLES.mails().rejections().keyOf("id-1"));
    TABLES.mails().recordSent(KEY, NOW, "id-1");
    assertEquals(Optional.of(KEY), TABLES.mails().rejections().keyOf("id-1"));
    assertEquals(Optional.empty(), TABLES.mails().rejections().keyOf("id-2"));
  }

  @Test
  void lost_are_the_failed_and_the_rejected() {
    put(MailStatus.ECHEC, Item.empty());
    TABLES.put(
        "Mails",
        mail("rejected", MailStatus.REJETE).put(MailItem.REJECTION, "PLAINTE").attributes());
    TABLES.put("Mails", mail("sent", MailStatus.ENVOYE).attributes());
    assertEquals(
        List.of(
            new MailLedger.LostMail("a1", MailKind.LINK, Optional.empty()),
            new MailLedger.LostMail("a1", MailKind.LINK, Optional.of(Gravity.PLAINTE))),
        TABLES.mails().ledger().lost(LocalTables.ALL_READABLE).toList());
  }

  @Test
  void what_tells_of_a_person_goes_from_the_words_of_their_mails_and_from_nothing_else() {
    put(
        MailStatus.ECHEC,
        Item.empty().put(MailItem.REASON, "Ada !").put("cause", "Ada").put("conseil", "Bob"));
    TABLES.put(
        "Mails",
        mail("other", MailStatus.ECHEC)
            .put(MailItem.REGISTRATION, "a2")
            .put(MailItem.REASON, "Ada !")
            .attributes());
    TABLES.mails().ledger().forget("a1", text -> text.contains("Ada"));
    assertFalse(row().has(MailItem.REASON));
    assertFalse(row().has("cause"));
    assertEquals("Bob", row().required("conseil"));
    assertEquals("Ada !", TABLES.row("Mails", "other").required(MailItem.REASON));
    TABLES.mails().ledger().forget("a1", _ -> true);
    Set<String> own = new TreeSet<>(mail(KEY, MailStatus.ECHEC).attributes().keySet());
    own.remove("numero");
    assertEquals(own, new TreeSet<>(row().attributes().keySet()));
  }

  @Test
  void each_occasion_has_a_mail_of_its_own_and_no_second_one() {
    Mail first = Mail.immediate(MailKind.LINK, "a1", "1", NOW, new About.Own(1));
    for (Mail other :
        List.of(
            Mail.immediate(MailKind.LINK, "a1", "2", NOW, new About.Own(1)),
            Mail.immediate(MailKind.LINK, "a2", "1", NOW, new About.Own(1)),
            Mail.immediate(MailKind.CONFIRMATION, "a1", "1", NOW, new About.Own(1)))) {
      assertNotEquals(first.key(), other.key());
    }
    assertTrue(TABLES.mails().queueUnlessKnown(first));
    assertFalse(TABLES.mails().queueUnlessKnown(first));
    assertFalse(TABLES.passes(TABLES.mails().queue(first)));
    assertEquals(Optional.of(first), TABLES.mails().find(KEY));
    Mail campaign = Mail.campaign(MailKind.NUDGE, "a1", "1", NOW, new About.Own(1));
    assertTrue(TABLES.mails().queueUnlessKnown(campaign));
    assertEquals(Optional.of(campaign), TABLES.mails().find(campaign.key()));
  }
}
