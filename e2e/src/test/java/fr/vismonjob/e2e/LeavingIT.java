package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import fr.vismonjob.e2e.Visitors.Member;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever withdraws or is erased has nothing of it left in their calendar. */
class LeavingIT {
  @ParameterizedTest
  @CsvSource({"retirer, retrait", "supprimer, efface"})
  void the_mail_cancels_the_day_and_the_coaching_seat(String action, String kind) {
    Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
    String slot = TABLES.freeSlot();
    assertEquals(
        303, HTTP.postForm("/coaching/" + host.link(), Sheet.form("seance", slot)).status());
    Member guest = VISITORS.join(Sheet.student(EDITION.day()));
    String pair = MadePairs.of(host, guest, EDITION.day());

    String own = "/inscription/" + host.link();
    assertEquals(303, HTTP.postForm(own, Sheet.form("action", action)).status());

    List<String> entries = MAILBOX.await(host.address(), kind).all("text/calendar");
    assertEquals(2, entries.size());
    entries.forEach(
        entry -> assertTrue(Biweekly.parse(entry).first().getMethod().isCancel(), entry));
    assertEquals(
        Set.of("binome-" + pair, "coaching-" + host.id()),
        entries.stream()
            .map(entry -> Biweekly.parse(entry).first().getEvents().getFirst())
            .map(event -> event.getUid().getValue().replaceAll("(-[0-9]+)?@.*", ""))
            .collect(Collectors.toSet()));
    assertEquals(
        "CANCEL",
        MAILBOX
            .await(guest.address(), "binome-annule")
            .calendar()
            .orElseThrow()
            .getMethod()
            .getValue());
  }
}
