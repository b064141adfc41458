package fr.vismonjob.registration;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.Confirming.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ConfirmingTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final Instant NOW = Instant.parse("2026-10-20T08:00:00Z");

  private static Outcome confirm(Registration visitor) {
    Tables tables = TABLES.tables(InstantSource.fixed(NOW));
    return new Confirming(
            tables.registrations(),
            tables.mails(),
            tables.subscriptions(),
            tables.transactions(),
            tables.clock())
        .confirm(visitor);
  }

  private static Registration there(RegistrationBuilder person) {
    TABLES.put("Registrations", person.item());
    return person.build();
  }

  private static Registration now(Registration person) {
    return TABLES.registrations().find(person.id()).orElseThrow();
  }

  private static Optional<Mail> queued(MailKind kind, Registration person) {
    return TABLES.mails().find(kind.code() + "/" + person.id() + "/" + person.number());
  }

  @Test
  void whoever_confirms_is_told_at_once_what_comes_next_and_only_once() {
    Registration ada = there(ambassador("Ada").number(4).status(Status.A_CONFIRMER));
    Registration zoe = there(student("Zoe").status(Status.A_CONFIRMER));
    for (Registration person : List.of(ada, zoe)) {
      assertEquals(new Outcome(Status.CONFIRMEE, true), confirm(person));
      assertEquals(Status.CONFIRMEE, now(person).status());
      assertEquals(new Outcome(Status.CONFIRMEE, false), confirm(person));
    }
    assertEquals(2, TABLES.items("Mails").size());
    assertEquals(
        Optional.of(Mail.immediate(MailKind.COACHING_OFFER, ada.id(), "4", NOW, new About.Own(4))),
        queued(MailKind.COACHING_OFFER, ada));
    assertEquals(
        Optional.of(Mail.immediate(MailKind.CONFIRMED, zoe.id(), "1", NOW, new About.Own(1))),
        queued(MailKind.CONFIRMED, zoe));
  }

  @Test
  void confirming_does_not_undo_a_withdrawal() {
    Registration zoe = there(student("Zoe").status(Status.RETIREE));
    assertEquals(new Outcome(Status.RETIREE, false), confirm(zoe));
    assertEquals(zoe, now(zoe));
    assertEquals(List.of(), TABLES.items("Mails"));
  }

  /** The page was opened by the link of the registration before. */
  @Test
  void an_earlier_registration_confirms_nothing() {
    Registration before = there(student("Zoe").status(Status.A_CONFIRMER));
    Registration again = there(student("Zoe").number(2).status(Status.A_CONFIRMER));
    assertEquals(new Outcome(Status.RETIREE, false), confirm(before));
    assertEquals(again, now(again));
    assertEquals(List.of(), TABLES.items("Mails"));
  }
}
