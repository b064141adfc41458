package fr.vismonjob.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The days that the other has proposed, as time goes by. */
final class PairPageTest {
  private final Registration ada = RegistrationBuilder.ambassador("Ada").build();
  private final Registration zoe = RegistrationBuilder.student("Zoe").build();
  private final PairPage.Partner ambassador =
      PairPage.Partner.of(
          PairBuilder.pair("p1", ada, zoe)
              .proposal(Role.AMBASSADEUR, "2026-11-19", "2026-11-20")
              .build(),
          zoe,
          ada,
          true);

  private PairPage on(String today) {
    return new PairPage(
        People.LINK,
        People.LINK,
        zoe,
        People.EDITION,
        LocalDate.parse(today),
        List.of(ambassador),
        Answers.blank(),
        Message.none());
  }

  private static String html(PairPage page) {
    return new Pages(new Site("/p", Assets.fromClassPath())).pair(page);
  }

  @Test
  void only_days_to_come_can_be_accepted() {
    assertEquals(List.of(LocalDate.parse("2026-11-20")), on("2026-11-19").daysToAccept(ambassador));
    String page = html(on("2026-11-19"));
    assertFalse(page.contains("Accepter le jeudi"));
    assertTrue(page.contains("Accepter le vendredi"));
  }

  @Test
  void once_all_have_passed_the_day_agreed_on_is_named() {
    String page = html(on("2026-11-20"));
    assertFalse(page.contains("Accepter le"));
    assertTrue(page.contains("Les jours proposés sont passés"));
  }

  @Test
  void after_the_day_two_who_missed_each_other_can_still_agree_on_another() {
    String page = html(on("2026-11-25"));
    assertTrue(page.contains("Vous pouvez encore convenir d’un autre jour"));
    assertTrue(page.contains("Proposer un autre jour"));
    assertFalse(page.contains("Annuler ce binôme"));
    assertFalse(page.contains("reste la date convenue"));
    assertFalse(html(on("2026-12-20")).contains("Vous pouvez encore convenir"), "no day is left");
  }
}
