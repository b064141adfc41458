package fr.vismonjob.page;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.form.Field;
import fr.vismonjob.form.FilledField;
import fr.vismonjob.form.Kind;
import fr.vismonjob.pairing.FeedbackFields;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.registration.EveryField;
import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationFields;
import fr.vismonjob.registration.Role;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A field that is asked is shown wherever its list says that it is. */
final class FieldsShownTest {
  private static final Pages PAGES = new Pages(new Site("", Assets.fromClassPath()));
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @ParameterizedTest
  @EnumSource(Role.class)
  void the_form_asks_each_field_under_its_label(Role role) {
    Document form =
        Jsoup.parse(
            PAGES.registrationForm(
                RegistrationPage.first(role, EveryField.EDITION, NOW, Answers.blank(), List.of())));
    assertAsked(form, RegistrationFields.of(role));
  }

  @Test
  void the_feedback_form_asks_each_field_under_its_label() {
    Registration student = EveryField.registration(Role.ETUDIANT);
    Registration ambassador = EveryField.registration(Role.AMBASSADEUR);
    Document form =
        Jsoup.parse(
            PAGES.feedback(
                new FeedbackForm(
                    People.LINK,
                    ambassador,
                    List.of(
                        PairBuilder.pair("p1", ambassador, student).build(),
                        PairBuilder.pair("p2", ambassador, student).build()),
                    Answers.blank(),
                    Message.none())));
    assertAsked(form, FeedbackFields.FIELDS);
  }

  private static void assertAsked(Document form, List<? extends Field<?>> fields) {
    String text = plain(form.text());
    assertAll(
        fields.stream()
            .map(
                field ->
                    () -> {
                      assertTrue(
                          !form.select("[name=" + field.name() + "]").isEmpty(), field.name());
                      assertTrue(text.contains(plain(field.label())), field.label());
                      assertTrue(text.contains(plain(field.help())), field.help());
                    }));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void what_is_registered_is_shown_answer_by_answer(Role role) {
    Registration person = EveryField.registration(role);
    String page =
        PAGES.myRegistration(
            new MyRegistration(
                People.LINK,
                person,
                EveryField.EDITION,
                EveryField.EDITION.day().minusDays(30),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Message.none()));
    String data = plain(Jsoup.parse(page).select("dl").text());
    assertAll(
        FilledForm.of(person).stream()
            .filter(answer -> !answer.field().title().isEmpty())
            .flatMap(
                answer -> Stream.concat(Stream.of(answer.field().title()), answer.words().stream()))
            .map(words -> () -> assertTrue(data.contains(plain(words)), words)));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void a_change_begins_with_what_is_registered(Role role) {
    Registration person = EveryField.registration(role);
    Answers answers =
        RegistrationPage.change(
                People.LINK,
                person,
                EveryField.EDITION,
                NOW,
                Answers.of(FilledForm.of(person)),
                List.of())
            .answers();
    for (Map.Entry<String, List<String>> typed : EveryField.typed(role).entrySet()) {
      if (!typed.getKey().equals("consentement")) {
        assertEquals(typed.getValue(), answers.values().get(typed.getKey()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void the_pair_s_page_tells_how_to_reach_the_partner_and_nothing_that_is_not_meant_for_it(
      Role role) {
    Registration ambassador = EveryField.registration(Role.AMBASSADEUR);
    Registration student = EveryField.registration(Role.ETUDIANT);
    Registration partner = role == Role.AMBASSADEUR ? ambassador : student;
    Registration self = role == Role.AMBASSADEUR ? student : ambassador;
    String page =
        PAGES.pair(
            new PairPage(
                People.LINK,
                People.LINK,
                self,
                EveryField.EDITION,
                EveryField.EDITION.day().minusDays(3),
                List.of(
                    PairPage.Partner.of(
                        PairBuilder.pair("p1", ambassador, student).build(), self, partner, true)),
                Answers.blank(),
                Message.none()));
    String text = plain(Jsoup.parse(page).select("main").text());
    for (FilledField answer : FilledForm.of(partner)) {
      if (answer.field().kind() instanceof Kind.Text && !answer.field().title().isEmpty()) {
        boolean shown = text.contains(plain(answer.words().getFirst()));
        assertTrue(shown || !answer.field().isPersonal(), answer.field().name());
        assertTrue(!shown || answer.field().isShownToPartner(), answer.field().name());
      }
    }
  }

  /** Whoever reads it knows what the partner sees, and what tells who somebody is. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void the_page_on_personal_data_names_what_others_see(Role role) {
    Publisher publisher = Publisher.of(Map.of());
    String page = plain(Jsoup.parse(PAGES.personalData(EveryField.EDITION, publisher)).text());
    assertAll(
        FilledForm.of(EveryField.registration(role)).stream()
            .map(FilledField::field)
            .filter(field -> field.isShownToPartner() || field.isPersonal())
            .map(
                field ->
                    () ->
                        assertTrue(
                            page.contains(plain(field.name()))
                                || page.contains(plain(field.title())),
                            field.name())));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('\u00a0', ' ')
        .toLowerCase(Locale.ROOT);
  }
}
