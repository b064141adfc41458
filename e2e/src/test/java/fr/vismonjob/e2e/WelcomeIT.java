package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import fr.vismonjob.e2e.Visitors.Member;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An ambassador says where and how people are received; the calendars of both follow. */
class WelcomeIT {
  private static final String ADDRESS = "20 avenue de Ségur";

  @ParameterizedTest
  @CsvSource({
    "Paris (Paris), Europe/Paris, de 9 h 30 à 16 h 45",
    "Saint-Denis (La Réunion), Indian/Reunion, de 9 h 30 à 16 h 45 (heure de La Réunion)"
  })
  void both_calendars_have_the_place_and_the_hours_there(String place, ZoneId zone, String hours) {
    Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
    Member guest = VISITORS.join(Sheet.student(EDITION.day()));
    String pair = MadePairs.of(host, guest, EDITION.day(), place);

    assertEquals(409, welcome(guest, ADDRESS, "09:30", "16:45").status());
    assertEquals(422, welcome(host, ADDRESS, "17:30", "16:45").status());
    assertEquals(303, welcome(host, ADDRESS, "9h30", "16:45").status());
    assertEquals(303, welcome(host, ADDRESS, "09:30", "16:45").status(), "the same again");

    for (Member member : List.of(host, guest)) {
      Letter letter = MAILBOX.await(member.address(), "accueil");
      assertTrue(words(letter.text()).contains(hours), letter.text());
      VEvent day = event(letter);
      assertEquals("binome-" + pair, day.getUid().getValue().replaceAll("@.*", ""));
      String there = day.getLocation().getValue();
      assertTrue(there.startsWith(ADDRESS + ", " + place), there);
      assertEquals(at("09:30", zone), day.getDateStart().getValue().toInstant());
      assertEquals(at("16:45", zone), day.getDateEnd().getValue().toInstant());
      assertEquals(1, day.getSequence().getValue());
      assertTrue(words(HTTP.get("/binome/" + member.link()).text()).contains(ADDRESS));
    }

    assertEquals(303, welcome(host, "1 rue de la Paix", "10:00", "16:00").status());
    VEvent changed = event(MAILBOX.awaitNth(guest.address(), "accueil", 2));
    String other = changed.getLocation().getValue();
    assertTrue(other.startsWith("1 rue de la Paix, " + place), other);
    assertEquals(2, changed.getSequence().getValue());
    assertEquals(2, TABLES.mailsOf(guest.id(), "accueil").size(), "the same again told nobody");

    assertEquals(
        303, HTTP.postForm("/binome/" + guest.link(), Sheet.form("action", "annuler")).status());
    ICalendar off = MAILBOX.await(guest.address(), "binome-annule").calendar().orElseThrow();
    assertTrue(off.getMethod().isCancel());
    assertEquals(changed.getUid().getValue(), off.getEvents().getFirst().getUid().getValue());
    assertEquals(3, off.getEvents().getFirst().getSequence().getValue());
    assertFalse(words(HTTP.get("/binome/" + guest.link()).text()).contains("rue de la Paix"));
    assertEquals(409, welcome(host, ADDRESS, "09:30", "16:45").status());
  }

  private static Reply welcome(Member member, String address, String arrival, String departure) {
    return HTTP.postForm(
        "/binome/" + member.link(),
        Sheet.form(
            "action", "accueil",
            "accueil_adresse", address,
            "accueil_arrivee", arrival,
            "accueil_depart", departure));
  }

  private static VEvent event(Letter letter) {
    ICalendar calendar = letter.calendar().orElseThrow();
    assertTrue(calendar.getMethod().isRequest());
    return calendar.getEvents().getFirst();
  }

  private static Instant at(String time, ZoneId zone) {
    return EDITION.day().atTime(LocalTime.parse(time)).atZone(zone).toInstant();
  }

  private static String words(String text) {
    return text.replace('\u00a0', ' ').replaceAll("\\s+", " ");
  }
}
