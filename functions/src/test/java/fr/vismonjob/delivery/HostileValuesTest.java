package fr.vismonjob.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Welcome;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people type may be meant for the reader's eyes, mail program or calendar. None of it gets
 * through.
 */
final class HostileValuesTest {
  private static final String MARKUP = "<script>alert(1)</script><img src=//evil.example/x>";
  private static final String HEADER = "Eve\r\nBcc: everybody@example.com\r\n\r\nHello";
  private static final String RIGHT_TO_LEFT = "\u202Efdp.exe\u202C\u200F\u2066Zo\u00e9\u2069";
  private static final String CALENDAR = "A\"B;C:D,E\\n\nATTENDEE:mailto:evil@example.com";

  private static final String HEBREW = "\u05D0\u05D1";
  private static final String ONE_LONG_WORD = "W\u00e9".repeat(50);
  private static final String EMOJI = "\uD83D\uDC69\u200D\uD83D\uDCBB";

  static List<MailSamples.Sample> everyMail() {
    return hostile(HEADER + MARKUP, CALENDAR + RIGHT_TO_LEFT + HEBREW + ONE_LONG_WORD + EMOJI)
        .all();
  }

  private static MailSamples hostile(String firstName, String lastName) {
    String typed = firstName + lastName;
    return new MailSamples(
        new Person(firstName, lastName, "a".repeat(64) + "@interieur.gouv.fr", typed, typed),
        new Person(firstName, lastName, "z".repeat(64) + "@etu.example", typed, typed),
        RegistrationBuilder.offer(
            _ -> typed, new Labelled("centrale", "Administration centrale"), 1),
        new Details.Wishes(
            typed,
            new Labelled("bac+3", "Bac + 3"),
            List.of(new Labelled("developpement", "Développement")),
            false,
            List.of(),
            50),
        new Welcome(typed, typed, Welcome.ARRIVAL, Welcome.DEPARTURE));
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void markup_is_shown_not_run(MailSamples.Sample sample) {
    Document html = Jsoup.parse(sample.received().html());
    assertTrue(html.select("script, img").isEmpty());
    assertTrue(
        html.select("*").stream()
            .allMatch(
                e -> e.attributes().asList().stream().noneMatch(a -> a.getKey().startsWith("on"))));
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void a_line_break_adds_no_header_and_no_recipient(MailSamples.Sample sample)
      throws MessagingException {
    ReceivedMail mail = sample.received();
    assertNull(mail.message().getHeader("Bcc"));
    assertEquals(1, mail.message().getAllRecipients().length);
    assertFalse(mail.subject().contains("\n"));
    assertEquals(2 + sample.letter().calendar().size(), mail.parts().size());
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void nothing_turns_the_reading_direction_of_our_words(MailSamples.Sample sample) {
    ReceivedMail mail = sample.received();
    String all =
        mail.subject()
            + mail.text()
            + mail.html()
            + mail.calendarPart().map(ReceivedMail.Part::content).orElse("");
    assertTrue(
        all.chars().noneMatch(c -> c == 0x202E || c == 0x200F || c == 0x2066 || c == 0x2028));
  }

  /** Letters that are read from right to left are no marks: they stay, but turn nothing else. */
  @ParameterizedTest
  @MethodSource("everyMail")
  void a_name_in_another_direction_is_set_apart(MailSamples.Sample sample) {
    Document html = Jsoup.parse(sample.received().html());
    html.select("title, .preheader, h1, bdi, [dir=auto]").remove();
    assertFalse(html.text().contains(HEBREW), html.text());
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void a_name_adds_no_property_to_the_calendar_entry(MailSamples.Sample sample) {
    ReceivedMail mail = sample.received();
    if (mail.calendarPart().isPresent()) {
      assertTrue(
          mail.calendar().getEvents().getFirst().getAttendees().stream()
              .noneMatch(attendee -> "evil@example.com".equals(attendee.getEmail())));
      assertTrue(mail.calendar().getEvents().getFirst().getAttendees().size() <= 2);
    }
  }

  static Stream<MailSamples.Sample> mailsToTheUnconfirmed() {
    MailSamples samples = hostile("gagnez https://evil.example/", "Piege");
    return Stream.of(
            "confirmation-ambassadeur",
            "confirmation-etudiant",
            "relance-ambassadeur",
            "relance-etudiant",
            // Nobody knows whether these two have ever confirmed.
            "retrait-ambassadeur-seul",
            "retrait-etudiant-seul")
        .map(samples::one);
  }

  /** Otherwise anybody could have the State send his words to a stranger. */
  @ParameterizedTest
  @MethodSource("mailsToTheUnconfirmed")
  void of_what_was_typed_only_the_address_reaches_somebody_unconfirmed(MailSamples.Sample sample) {
    ReceivedMail mail = sample.received();
    assertEquals(sample.letter().envelope().to(), mail.header("To"));
    String raw = new String(sample.raw(Post.NOW), StandardCharsets.US_ASCII);
    for (String typed : List.of("gagnez", "evil.example", "Piege")) {
      assertFalse(raw.contains(typed), raw);
      assertFalse(mail.subject().contains(typed), mail.subject());
      mail.bodies().forEach(body -> assertFalse(body.contains(typed), body));
    }
  }

  /** They greet without a name, say when the form was filled in, and how to erase it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "confirmation-ambassadeur",
        "confirmation-etudiant",
        "relance-ambassadeur",
        "relance-etudiant"
      })
  void somebody_unconfirmed_learns_when_the_form_was_filled_in_and_how_to_erase_it(String name) {
    OwnLetter letter = (OwnLetter) MailSamples.plausible().one(name).letter();
    String erase = letter.page("inscription") + "?action=supprimer";
    String filledIn = Jsoup.parse(FrenchDates.dayAndTime(letter.recipient().registeredAt())).text();
    MailSamples.plausible()
        .one(name)
        .received()
        .bodies()
        .map(body -> Jsoup.parse(body).text())
        .forEach(
            body -> {
              assertTrue(body.contains("Bonjour,"), body);
              assertTrue(body.contains(filledIn), body);
              assertTrue(body.contains("Ne faites rien"), body);
              assertTrue(body.contains(erase), body);
            });
  }

  @Test
  void a_very_long_name_leaves_the_subject_readable() {
    MailSamples long100 = hostile("Anne ".repeat(20).strip(), "Dupont-".repeat(14) + "D");
    String subject = long100.one("binome-etudiant").received().subject();
    assertTrue(subject.endsWith("…, mardi 24\u00a0novembre"), subject);
    assertTrue(subject.length() < 120);
  }

  @Test
  void what_was_typed_on_several_lines_stays_a_quotation() {
    MailSamples several = hostile("Eve", "--\nVous avez gagné :\nhttps://evil.example");
    List<String> quoted =
        several
            .one("binome-ambassadeur")
            .received()
            .text()
            .lines()
            .filter(l -> l.startsWith("> "))
            .toList();
    assertEquals(List.of("> Eve--", "> Vous avez gagné :", "> https://evil.example"), quoted);
  }

  @Test
  void an_address_that_would_be_two_is_refused() {
    MailSamples samples = MailSamples.plausible();
    Person two =
        new Person("Ada", "Martin", "ada@interieur.gouv.fr, everybody@example.com", "", "");
    MailSamples.Sample toTwo =
        new MailSamples(two, two, samples.offer(), samples.wishes(), samples.welcome())
            .one("lien-etudiant");
    assertThrows(IllegalArgumentException.class, toTwo::received);
  }
}
