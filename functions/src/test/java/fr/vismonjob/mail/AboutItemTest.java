package fr.vismonjob.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.dynamodb.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names stand in a table that outlives every deployment. */
final class AboutItemTest {
  private static void stands(MailKind kind, About about, String... namesAndValues) {
    Item item = Item.empty();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      item.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    assertEquals(item.attributes(), AboutItem.write(about).attributes());
    assertEquals(about, AboutItem.read(kind, item));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CONFIRMATION",
        "NUDGE",
        "LINK",
        "COACHING_OFFER",
        "CONFIRMED",
        "WIDEN",
        "NO_PAIR",
        "NO_PAIR_FINAL"
      })
  void a_registration(MailKind kind) {
    stands(kind, new About.Own(3), "numero", "3");
    stands(
        kind,
        new About.Own(3, "Personne.", "Élargir."),
        "numero",
        "3",
        "cause",
        "Personne.",
        "conseil",
        "Élargir.");
  }

  @ParameterizedTest
  @EnumSource(names = {"SEAT", "SEAT_CANCELLED", "SEAT_REMINDER"})
  void a_seat(MailKind kind) {
    stands(kind, new About.Seat(3, "s1", Optional.empty()), "numero", "3", "seance", "s1");
    stands(
        kind,
        new About.Seat(3, "s1", Optional.of(2L)),
        "numero",
        "3",
        "seance",
        "s1",
        "sequence",
        "2");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "PAIR",
        "WELCOME",
        "DATES_PROPOSED",
        "DATE_AGREED",
        "COORDINATES",
        "RELAY_DECLINED",
        "RELAY_TAKEN",
        "REMINDER_WEEK",
        "REMINDER_DAY",
        "FEEDBACK"
      })
  void a_pair_that_is_on(MailKind kind) {
    stands(
        kind,
        new About.Meeting(3, "p1", Optional.of(0L), Optional.of(LocalDate.parse("2026-11-24"))),
        "numero",
        "3",
        "binome",
        "p1",
        "sequence",
        "0",
        "date",
        "2026-11-24");
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIR_CANCELLED", "RELAY_TAKEN"})
  void a_pair_that_is_off(MailKind kind) {
    stands(
        kind,
        new About.CalledOff(3, "p1", CalledOffBy.ORGANISERS),
        "numero",
        "3",
        "binome",
        "p1",
        "par",
        "organisation");
  }

  @Test
  void what_is_asked_of_another_address_than_one_s_own() {
    Instant asked = Instant.parse("2026-11-10T06:00:00Z");
    stands(
        MailKind.NEW_ADDRESS,
        new About.NewAddress(3, asked),
        "numero",
        "3",
        "demande_le",
        "2026-11-10T06:00:00Z");
    stands(
        MailKind.RELAY,
        new About.Relay(3, "p1", asked),
        "numero",
        "3",
        "binome",
        "p1",
        "demande_le",
        "2026-11-10T06:00:00Z");
  }

  @Test
  void somebody_who_leaves() {
    About.Vacated nothing = new About.Vacated(List.of(), Optional.empty());
    About.Vacated all =
        new About.Vacated(
            List.of("p1", "p2"), Optional.of(new About.Seat(3, "s1", Optional.of(2L))));
    stands(MailKind.WITHDRAWN, new About.Withdrawal(3, nothing), "numero", "3");
    stands(
        MailKind.WITHDRAWN,
        new About.Withdrawal(3, all),
        "numero",
        "3",
        "binomes",
        "p1 p2",
        "seance",
        "s1",
        "sequence",
        "2");
    stands(
        MailKind.ERASED,
        new About.Farewell(
            3, "2026", Optional.of(new About.Addressee("ada@example.gouv.fr", "Ada")), all),
        "numero",
        "3",
        "edition",
        "2026",
        "destinataire",
        "ada@example.gouv.fr",
        "prenom",
        "Ada",
        "binomes",
        "p1 p2",
        "seance",
        "s1",
        "sequence",
        "2");
    stands(
        MailKind.ERASED,
        new About.Farewell(3, "2026", Optional.empty(), nothing),
        "numero",
        "3",
        "edition",
        "2026");
  }

  @Test
  void an_edition_that_opens() {
    stands(MailKind.NEXT_EDITION, new About.Opening("3f1c"), "abonnement", "3f1c");
  }

  @Test
  void what_a_run_proposes() {
    stands(
        MailKind.PROPOSALS,
        new About.Proposals(
            1,
            LocalDate.parse("2026-11-10"),
            "2026/2026-11-10/2-3f1c7a",
            Map.of("propositions", "52")),
        "destinataire_rang",
        "1",
        "jour",
        "2026-11-10",
        "passage",
        "2026/2026-11-10/2-3f1c7a",
        "propositions",
        "52");
  }

  @ParameterizedTest
  @EnumSource(names = {"REPORT", "RECRUIT"})
  void figures_for_an_organiser(MailKind kind) {
    stands(
        kind,
        new About.Report(
            1,
            LocalDate.parse("2026-11-10"),
            "2026/2026-11-10/3f1c7a52",
            LocalDate.parse("2026-11-24"),
            Map.of("binomes", "52"),
            List.of(
                "Développement, Lyon (Rhône) : 7 places", "Design, Brest (Finistère) : 1 place")),
        "destinataire_rang",
        "1",
        "jour",
        "2026-11-10",
        "rapport",
        "2026/2026-11-10/3f1c7a52",
        "rapport_jusqu_au",
        "2026-11-24",
        "binomes",
        "52",
        "manques",
        "Développement, Lyon (Rhône) : 7 places\nDesign, Brest (Finistère) : 1 place");
  }
}
