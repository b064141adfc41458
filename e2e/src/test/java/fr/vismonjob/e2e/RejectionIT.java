package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A mail comes back, or its reader calls it spam. */
class RejectionIT {
  private static final SesReports SES = new SesReports(STACK);

  private static Row mail(Member member, String kind, String status) {
    return TABLES.awaitMail(member.id(), kind, status);
  }

  private static Member somebodyConfirmed() {
    Member member = VISITORS.join(Sheet.student(EDITION.day()));
    mail(member, "confirmee", "ENVOYE");
    return member;
  }

  private static Row withdrawn(Member member, String status) {
    assertEquals(
        303,
        HTTP.postForm("/inscription/" + member.link(), Sheet.form("action", "retirer")).status());
    return mail(member, "retrait", status);
  }

  @Test
  void a_permanent_bounce_shows_to_the_organiser_and_stops_further_mails() {
    Member member = somebodyConfirmed();
    SES.publish("rejection-permanent.json", mail(member, "confirmee", "ENVOYE"));

    Row rejected = mail(member, "confirmee", "REJETE");
    assertEquals("DEFINITIF", rejected.text("rejet"));
    assertFalse(rejected.text("motif").isEmpty());
    Row person = TABLES.registration(member.id());
    assertTrue(person.text("a_appeler").contains("« confirmee »"), person.text("a_appeler"));
    assertEquals("CONFIRMEE", person.text("statut"));
    assertTrue(
        withdrawn(member, "SANS_OBJET").text("motif").startsWith("plus aucun mail n’est envoyé"));
  }

  @Test
  void a_bounce_shows_at_the_pair_as_well_until_the_person_is_erased() {
    Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
    Member guest = somebodyConfirmed();
    String pair = MadePairs.of(host, guest, EDITION.day());
    SES.publish("rejection-permanent.json", mail(guest, "confirmee", "ENVOYE"));

    String rejected = mail(guest, "confirmee", "REJETE").text("envoi");
    Row made = TABLES.find("PairsTable", "binome", pair).orElseThrow();
    assertTrue(made.text("etudiant_a_appeler").contains("« confirmee »"), made.toString());

    // As an organiser may note down after a call.
    AttributeValue note = AttributeValue.fromS("Nouvelle adresse de " + guest.name());
    TABLES.set("MailsTable", "envoi", rejected, "motif", note);
    assertEquals(
        303,
        HTTP.postForm("/inscription/" + guest.link(), Sheet.form("action", "supprimer")).status());
    for (Row row :
        List.of(
            TABLES.find("PairsTable", "binome", pair).orElseThrow(),
            TABLES.find("MailsTable", "envoi", rejected).orElseThrow())) {
      assertFalse(row.toString().contains(guest.name()), row.toString());
      assertFalse(row.toString().contains(guest.address()), row.toString());
    }
  }

  @Test
  void a_complaint_stops_further_mails() {
    Member member = somebodyConfirmed();
    SES.publish("rejection-complaint.json", mail(member, "confirmee", "ENVOYE"));
    assertEquals("PLAINTE", mail(member, "confirmee", "REJETE").text("rejet"));
    withdrawn(member, "SANS_OBJET");
  }

  @Test
  void a_full_mailbox_stops_nothing() {
    Member member = somebodyConfirmed();
    SES.publish("rejection-transient.json", mail(member, "confirmee", "ENVOYE"));
    assertEquals("TEMPORAIRE", mail(member, "confirmee", "REJETE").text("rejet"));
    assertTrue(TABLES.registration(member.id()).has("a_appeler"));
    withdrawn(member, "ENVOYE");
  }

  @Test
  void a_report_that_comes_twice_and_one_about_no_mail_of_ours_change_nothing_more() {
    Member member = somebodyConfirmed();
    Row sent = mail(member, "confirmee", "ENVOYE");
    SES.publish("rejection-unknown-mail.json", sent);
    SES.publish("rejection-permanent.json", sent);
    Row once = mail(member, "confirmee", "REJETE");
    Row person = TABLES.registration(member.id());

    // Reports are handed over in order here: once the third has shown, the second has been read.
    Member other = somebodyConfirmed();
    SES.publish("rejection-permanent.json", sent);
    SES.publish("rejection-permanent.json", mail(other, "confirmee", "ENVOYE"));
    mail(other, "confirmee", "REJETE");
    assertEquals(Optional.of(once), TABLES.find("MailsTable", "envoi", once.text("envoi")));
    assertEquals(person, TABLES.registration(member.id()));
  }
}
