package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.BOB;
import static fr.vismonjob.pairing.Life.XAM;
import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.vismonjob.campaign.CampaignRun;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.pairing.KnownPairs.CancelledPair;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.report.Reporting;
import fr.vismonjob.report.Since;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pair that was only proposed to the organisers is a pair to nobody else. */
final class ProposalTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String PROPOSED = PairId.of(BOB, XAM);

  private Life life;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
    TABLES.put(
        "Pairs", PairBuilder.pair(PROPOSED, life.person(BOB), life.person(XAM)).proposed().item());
  }

  @Test
  void the_two_can_do_nothing_with_it() {
    String before = life.everything().toString();
    for (PairAction action :
        List.of(
            new PairAction.Propose(List.of(LocalDate.parse("2026-11-26"))),
            new PairAction.Accept(LocalDate.parse("2026-11-24")),
            new PairAction.Cancel(),
            new PairAction.Report(PairBuilder.feedback(true), false))) {
      assertInstanceOf(
          PairOutcome.Refused.class, life.on("2026-11-25").act(BOB, Optional.empty(), action));
      assertInstanceOf(
          PairOutcome.Invalid.class, life.on("2026-11-25").act(XAM, Optional.of(PROPOSED), action));
    }
    assertEquals(before, life.everything().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-17", "2026-11-23", "2026-11-25"})
  void nobody_is_reminded_of_it_or_asked_about_it(String day) {
    Tables tables = TABLES.tables(InstantSource.system());
    new CampaignRun(tables)
        .queue(Life.EDITION, LocalDate.parse(day), Share.WHOLE, LocalTables.ALL_READABLE);
    assertEquals(
        List.of(),
        TABLES.items("Mails").stream().filter(mail -> mail.toString().contains(PROPOSED)).toList());
  }

  @Test
  void no_report_counts_it() {
    assertEquals(2, pairsInReport());
    life.marked(PROPOSED).release();
    assertEquals(2, pairsInReport());
  }

  private static long pairsInReport() {
    return new Reporting(TABLES.tables(InstantSource.system()))
        .report(Life.EDITION, Life.TODAY, Since.ALL, Reporting.OfRun.NONE, ImposedCosts.NONE)
        .figures()
        .counts()
        .getOrDefault("binomes", -1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-12", "2026-11-25"})
  void organisers_end_it_in_silence_and_for_ever(String day) {
    assertEquals(List.of(), forbidden());
    assertEquals(1, life.marked(PROPOSED).on(day).release());
    assertEquals(PairStatus.ANNULE, life.pair(PROPOSED).status());
    assertEquals(List.of(), life.mailsQueued());
    assertEquals(List.of(new CancelledPair(new PairIds(XAM, BOB), false)), forbidden());
    assertEquals(0, life.release());
  }

  @Test
  void one_that_they_had_imposed_is_not_imposed_any_more_once_they_call_it_off() {
    life.registered(ambassador("Bob").imposed("Xam", "Zoe"))
        .registered(student("Xam").imposed("Bob"));
    life.marked(PROPOSED).release();
    assertEquals(List.of(RegistrationBuilder.id("Zoe")), life.person(BOB).imposed().with());
    assertEquals(List.of(), life.person(XAM).imposed().with());
  }

  private static List<CancelledPair> forbidden() {
    return TABLES.pairs().scanForbidden("2026", Share.WHOLE, LocalTables.ALL_READABLE).toList();
  }

  @Test
  void a_pair_that_the_two_never_knew_of_stays_unknown_to_them_when_it_is_off() {
    life.marked(PROPOSED).release();
    assertInstanceOf(
        PairOutcome.Refused.class, life.act(BOB, Optional.empty(), new PairAction.Cancel()));
  }

  @Test
  void a_withdrawal_tells_nobody_else() {
    life.withdraw(BOB);
    assertEquals(List.of("retrait Bob"), life.mailsQueued());
  }

  @Test
  void an_erasure_takes_the_name_out_of_it_and_tells_nobody_else() {
    life.erase(BOB);
    assertEquals(List.of("efface Bob"), life.mailsQueued());
    assertEquals("", life.details("efface/" + BOB + "/1").getOrDefault("binomes", ""));
    assertEquals(
        List.of(),
        Stream.of("Pairs", "Registrations")
            .flatMap(table -> TABLES.items(table).stream())
            .filter(item -> item.toString().toLowerCase(Locale.ROOT).contains("bob"))
            .toList());
  }
}
