package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Visitors.Member;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Some days before the first pairs: who would be left over, and where to recruit. */
class TrialIT {
  private static final String ORGANISER = Sheet.unique("organisation") + "@vismonjob.example";
  private static final LocalDate TODAY = EDITION.firstMatching().minusDays(3);

  private static Member host;
  private static Member elsewhere;
  private static Member suited;
  private static int pairs;

  @BeforeAll
  static void a_trial_day_comes() {
    host = VISITORS.join(inMiquelon(Sheet.ambassador(EDITION.day())).with("capacite", "2"));
    suited = VISITORS.join(inMiquelon(Sheet.student(EDITION.day())));
    elsewhere = VISITORS.join(inMiquelon(Sheet.student(EDITION.day())).with("metiers", "design"));
    pairs = TABLES.pairs().size();
    TABLES.forgetTheDaysDone(EDITION);
    try (SoleOrganiser _ = new SoleOrganiser(ORGANISER)) {
      assertTrue(new Workflows(STACK).run(EDITION.key(), TODAY).succeeded());
    }
  }

  @AfterAll
  static void nobody_stays_in_the_pool() {
    for (Member member : List.of(host, elsewhere, suited)) {
      HTTP.postForm("/inscription/" + member.link(), Sheet.form("action", "retirer"));
    }
  }

  private static Sheet inMiquelon(Sheet sheet) {
    return sheet.with("code_postal", "97500").with("commune", "97501");
  }

  @Test
  void nothing_is_recorded() {
    assertEquals(pairs, TABLES.pairs().size());
    assertEquals("CONFIRMEE", TABLES.registration(suited.id()).text("statut"));
  }

  @Test
  void whom_one_change_would_help_is_told_which() {
    Letter letter = MAILBOX.await(elsewhere.address(), "elargir");
    assertTrue(letter.text().contains("Si vous acceptiez aussi"), letter.text());
    assertEquals(elsewhere.link(), letter.link(STACK.siteUrl(), "inscription"));
    assertEquals(List.of(), MAILBOX.all(suited.address(), "elargir"));
    assertEquals(List.of(), MAILBOX.all(host.address(), "elargir"));
  }

  @Test
  void organisers_learn_where_to_recruit() {
    Letter letter = MAILBOX.await(ORGANISER, "recrutement");
    Reply report =
        HTTP.get(STACK.siteUrl() + "/rapport/" + letter.link(STACK.siteUrl(), "rapport"));
    assertTrue(report.page().select("h2").eachText().contains("Où recruter"));
    assertTrue(report.page().text().contains("Design"), "Miquelon lacks a designer");
  }
}
