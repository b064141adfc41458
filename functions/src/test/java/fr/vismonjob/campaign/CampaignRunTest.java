package fr.vismonjob.campaign;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.ZOE;
import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.pairing.Life;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who hears what on a day, of all that the tables hold. */
final class CampaignRunTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private final CampaignRun run =
      new CampaignRun(TABLES.tables(InstantSource.fixed(Instant.parse("2026-11-12T06:00:00Z"))));

  private Life life;

  /** Ada meets Zoe and Yan on the 24th; Bob and Xam have nobody; Ada has a seat on the 18th. */
  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
  }

  private int queued(String day) {
    return run.queue(Life.EDITION, LocalDate.parse(day), Share.WHOLE, LocalTables.ALL_READABLE);
  }

  @Test
  void both_of_each_pair_are_reminded_once() {
    assertEquals(7, queued("2026-11-17"));
    assertEquals(
        List.of(
            "fin-sans-binome Bob",
            "fin-sans-binome Xam",
            "rappel-j7 Ada",
            "rappel-j7 Ada",
            "rappel-j7 Yan",
            "rappel-j7 Zoe",
            "rappel-seance Ada"),
        life.mailsQueued());
    assertEquals(0, queued("2026-11-17"));
  }

  @Test
  void whoever_has_answered_already_is_not_asked_how_it_went() {
    TABLES.put(
        "Pairs",
        PairBuilder.pair(WITH_ZOE, life.person(ADA), life.person(ZOE))
            .status(PairStatus.REALISE)
            .answered(Role.ETUDIANT, true)
            .item());
    queued("2026-11-25");
    assertEquals(List.of("avis Ada", "avis Ada", "avis Yan"), life.mailsQueued());
  }

  @Test
  void links_go_anew_to_all_but_those_who_withdrew_once_for_each_key() {
    TABLES.put("Registrations", student("Zoe").number(5).status(Status.A_CONFIRMER).item());
    TABLES.put("Registrations", ambassador("Bob").status(Status.RETIREE).item());
    assertEquals(4, links("key-2"));
    assertEquals(
        List.of("confirmation Zoe", "lien Ada", "lien Xam", "lien Yan"), life.mailsQueued());
    assertEquals(Map.of("numero", "5"), TABLES.mailDetails("confirmation/" + ZOE + "/key-2"));
    assertEquals(0, links("key-2"));
    assertEquals(4, links("key-3"));
  }

  private int links(String key) {
    return run.queueLinks(Life.EDITION, key, Share.WHOLE, LocalTables.ALL_READABLE);
  }

  @Test
  void somebody_who_registers_again_is_asked_again_to_confirm() {
    for (int number = 1; number <= 2; number++) {
      TABLES.put(
          "Registrations",
          student("Lou")
              .number(number)
              .status(Status.A_CONFIRMER)
              .registeredAt("2026-11-01T08:00:00Z")
              .item());
      assertEquals(1, queued("2026-11-05"));
    }
    assertEquals(
        Map.of("numero", "2"),
        TABLES.mailDetails("relance/" + RegistrationBuilder.id("Lou") + "/2"));
  }
}
