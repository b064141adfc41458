package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.mail.About;
import fr.vismonjob.mail.CalledOffBy;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.registration.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PairMailsTest {
  private static final Instant NOW = Instant.parse("2026-11-12T08:00:00Z");
  private static final Registration ADA = ambassador("Ada").number(3).seat("s1", 4).build();
  private static final Registration ZOE = student("Zoe").build();

  private static PairBuilder pair(String id) {
    return PairBuilder.pair(id, ADA, ZOE);
  }

  /** A second mail with the same key is never sent. */
  private static void assertKeysDiffer(Stream<Mail> mails) {
    List<String> keys = mails.map(Mail::key).toList();
    assertEquals(keys, keys.stream().distinct().toList());
  }

  @Test
  void each_change_of_a_pair_is_told_to_each_of_the_two_once() {
    assertKeysDiffer(
        Stream.of(pair("p").sequence(1).build(), pair("p").sequence(2).build(), pair("q").build())
            .flatMap(
                pair ->
                    Stream.of(
                        PairMails.proposed(ADA, pair, NOW),
                        PairMails.proposed(ZOE, pair, NOW),
                        PairMails.agreed(ADA, pair, NOW),
                        PairMails.cancelled(ADA, pair, CalledOffBy.SELF, NOW),
                        PairMails.relayTaken(ADA, pair, NOW))));
  }

  @Test
  void each_change_of_a_partner_s_coordinates_is_told() {
    assertKeysDiffer(
        Stream.of(
            PairMails.coordinates(ZOE, pair("p").build(), 2, NOW),
            PairMails.coordinates(ZOE, pair("p").build(), 3, NOW),
            PairMails.coordinates(ZOE, pair("q").build(), 3, NOW),
            PairMails.coordinates(ADA, pair("q").build(), 3, NOW)));
  }

  @Test
  void each_welcome_is_told_also_when_a_day_was_agreed_between_two() {
    assertKeysDiffer(
        Stream.of(pair("p").calendar("", 1), pair("p").calendar("", 2), pair("p").sequence(3))
            .map(pair -> PairMails.welcome(ZOE, pair.build(), NOW)));
  }

  @Test
  void what_is_void_once_the_pair_has_changed_says_of_which_state_it_is() {
    Pair pair = pair("p").sequence(2).build();
    assertEquals(
        new About.Meeting(3, "p", Optional.of(2L), Optional.empty()),
        PairMails.proposed(ADA, pair, NOW).about());
    assertEquals(
        new About.Meeting(3, "p", Optional.of(2L), Optional.empty()),
        PairMails.relayTaken(ADA, pair, NOW).about());
    assertEquals(
        new About.Meeting(3, "p", Optional.of(2L), Optional.of(LocalDate.parse("2026-11-24"))),
        PairMails.agreed(ADA, pair, NOW).about());
    assertEquals(
        new About.Meeting(3, "p", Optional.empty(), Optional.empty()),
        PairMails.welcome(ADA, pair, NOW).about());
  }

  @Test
  void whose_day_a_colleague_takes_over_has_called_it_off_oneself() {
    assertEquals(
        new About.CalledOff(3, "p", CalledOffBy.SELF),
        PairMails.relayTakenFrom(ADA, pair("p").build(), NOW).about());
    assertEquals(
        new About.CalledOff(1, "p", CalledOffBy.ORGANISERS),
        PairMails.cancelled(ZOE, pair("p").build(), CalledOffBy.ORGANISERS, NOW).about());
  }

  @Test
  void whoever_leaves_has_pairs_and_seat_taken_out_of_the_calendar_under_the_next_sequence() {
    assertEquals(
        new About.Vacated(List.of("p"), Optional.of(new About.Seat(3, "s1", Optional.of(5L)))),
        PairMails.vacated(ADA, List.of(pair("p").build())));
    assertEquals(new About.Vacated(List.of(), Optional.empty()), PairMails.vacated(ZOE, List.of()));
  }
}
