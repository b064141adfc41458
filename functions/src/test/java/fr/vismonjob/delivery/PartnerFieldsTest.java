package fr.vismonjob.delivery;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.form.Kind;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.EveryField;
import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Welcome;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A partner's mail tells what the list of fields says that a partner sees, and nothing else. */
final class PartnerFieldsTest {
  private static final Registration AMBASSADOR = EveryField.registration(Role.AMBASSADEUR);
  private static final Registration STUDENT = EveryField.registration(Role.ETUDIANT);

  private static final MailSamples SAMPLES =
      new MailSamples(
          AMBASSADOR.person(),
          STUDENT.person(),
          (Details.Offer) AMBASSADOR.details(),
          (Details.Wishes) STUDENT.details(),
          Welcome.NONE);

  @ParameterizedTest
  @EnumSource(Role.class)
  void the_mail_to_the_partner_holds_what_a_partner_sees(Role partner) {
    Registration person = partner == Role.AMBASSADEUR ? AMBASSADOR : STUDENT;
    ReceivedMail mail =
        SAMPLES
            .one(partner == Role.AMBASSADEUR ? "binome-etudiant" : "binome-ambassadeur")
            .received();
    String html = Jsoup.parse(mail.html()).text();
    assertAll(
        FilledForm.of(person).stream()
            .filter(answer -> answer.field().kind() instanceof Kind.Text)
            .filter(answer -> !answer.field().title().isEmpty())
            .map(
                answer ->
                    () -> {
                      assertEquals(
                          answer.field().isShownToPartner(),
                          html.contains(answer.words().getFirst()),
                          answer.field().name());
                      assertEquals(
                          answer.field().isShownToPartner(),
                          mail.text().contains(answer.words().getFirst()),
                          answer.field().name());
                    }));
  }
}
