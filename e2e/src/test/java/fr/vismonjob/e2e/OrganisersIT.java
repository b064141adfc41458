package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What organisers do in the console, as their guide says, and what the next run makes of it. */
class OrganisersIT {
  private static final Pattern STATEMENT = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

  private static Member keptFrom;
  private static Member kept;
  private static Member host;
  private static Member guest;
  private static String marked;
  private static Member imposedHost;
  private static Member imposedGuest;

  @BeforeAll
  static void organisers_write_and_a_day_comes() {
    keptFrom = VISITORS.join(Sheet.ambassador(EDITION.day()).with("code_postal", "97400"));
    kept = VISITORS.join(Sheet.student(EDITION.day()).with("code_postal", "97400"));
    TABLES.execute(
        statement("SET jamais_avec")
            .replace("CLÉ DE L’ÉTUDIANT", kept.id())
            .replace("CLÉ DE L’AMBASSADEUR", keptFrom.id()));
    host = VISITORS.join(Sheet.ambassador(EDITION.day()));
    guest = VISITORS.join(Sheet.student(EDITION.day()));
    marked = MadePairs.of(host, guest, EDITION.day());
    TABLES.execute(statement("SET a_annuler").replace("CLÉ DU BINÔME", marked));
    imposedHost = VISITORS.join(Sheet.ambassador(EDITION.day()).with("code_postal", "97300"));
    imposedGuest = VISITORS.join(Sheet.student(EDITION.day()).with("code_postal", "29200"));
    TABLES.execute(
        statement("SET a_apparier_avec")
            .replace("CLÉ DE L’ÉTUDIANT", imposedGuest.id())
            .replace("CLÉ DE L’AMBASSADEUR", imposedHost.id()));
    TABLES.forgetTheDaysDone(EDITION);
    assertTrue(new Workflows(STACK).run(EDITION.key(), EDITION.firstMatching()).succeeded());
  }

  /** Else the next run of these tests would pair them with its own people. */
  @AfterAll
  static void those_without_a_partner_leave() {
    for (Member member : List.of(keptFrom, kept)) {
      HTTP.postForm("/inscription/" + member.link(), Sheet.form("action", "retirer"));
    }
  }

  private static List<String> statements() {
    try {
      String guide = Files.readString(Path.of("../docs/guide-organisateurs.md"));
      return STATEMENT.matcher(guide).results().map((MatchResult found) -> found.group(1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String statement(String part) {
    return statements().stream().filter(each -> each.contains(part)).findFirst().orElseThrow();
  }

  @Test
  void two_who_are_kept_apart_are_not_paired_though_nobody_else_is_near() {
    assertEquals(List.of(), TABLES.registration(kept.id()).list("binomes"));
    assertEquals(List.of(), TABLES.registration(keptFrom.id()).list("binomes"));
    assertEquals(1, MAILBOX.all(kept.address(), "sans-binome").size());
  }

  @Test
  void a_marked_pair_is_off_and_both_are_told_by_whom() {
    assertEquals(
        "ANNULE", TABLES.find("PairsTable", "binome", marked).orElseThrow().text("statut"));
    for (Member member : List.of(host, guest)) {
      Letter letter = MAILBOX.await(member.address(), "binome-annule");
      assertTrue(letter.text().contains("L’équipe d’organisation a annulé"), letter.text());
      assertEquals("CANCEL", letter.calendar().orElseThrow().getMethod().getValue());
    }
  }

  @Test
  void two_whom_organisers_impose_are_a_pair_though_an_ocean_lies_between_them() {
    List<String> pairs = TABLES.registration(imposedGuest.id()).list("binomes");
    assertEquals(pairs, TABLES.registration(imposedHost.id()).list("binomes"));
    assertEquals(1, pairs.size());
    Row pair = TABLES.find("PairsTable", "binome", pairs.getFirst()).orElseThrow();
    assertEquals("Binôme choisi par l’équipe d’organisation.", pair.list("raisons").getFirst());
    assertTrue(pair.list("raisons").get(2).endsWith("au-delà du rayon indiqué."));
    assertEquals("", TABLES.registration(imposedHost.id()).text("a_apparier_avec"));
    for (Member member : List.of(imposedHost, imposedGuest)) {
      Letter letter = MAILBOX.await(member.address(), "binome");
      assertTrue(letter.text().contains("choisi par l’équipe d’organisation"), letter.text());
    }
  }

  @Test
  void each_question_of_the_guide_can_be_asked_here() {
    List<String> questions =
        statements().stream().filter(statement -> statement.startsWith("SELECT")).toList();
    assertTrue(questions.size() > 8, questions.toString());
    questions.forEach(TABLES::execute);
    List<Row> found =
        TABLES.execute(
            statement("WHERE courriel =").replace("zoe@example.gouv.fr", kept.address()));
    assertEquals(List.of(kept.id()), found.stream().map(row -> row.text("inscription")).toList());
  }
}
