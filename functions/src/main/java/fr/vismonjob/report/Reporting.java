package fr.vismonjob.report;

import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailStatus;
import fr.vismonjob.mail.MailSweepTable;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.pairing.PairTable;
import fr.vismonjob.registration.RegistrationTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts an edition and queues the report for its organisers. */
public final class Reporting {
  private final RegistrationTable registrations;
  private final PairTable pairs;
  private final MailTable mails;
  private final MailSweepTable sweeps;

  public Reporting(
      RegistrationTable registrations, PairTable pairs, MailTable mails, MailSweepTable sweeps) {
    this.registrations = registrations;
    this.pairs = pairs;
    this.mails = mails;
    this.sweeps = sweeps;
  }

  /** The edition's figures as they stand. */
  public Figures figures(String edition) {
    Set<String> people = new HashSet<>();
    Figures figures =
        Figures.of(
            registrations.scan(edition, Share.WHOLE).peek(person -> people.add(person.id())),
            pairs.scan(edition, Share.WHOLE));
    return figures
        .with("mails_en_echec", mailsTo(people, MailStatus.ECHEC))
        .with("mails_rejetes", mailsTo(people, MailStatus.REJETE));
  }

  private long mailsTo(Set<String> people, MailStatus status) {
    return sweeps.recipients(status).filter(people::contains).count();
  }

  /**
   * Queues one mail for each organiser, known by rank so that no key or detail names an address.
   *
   * @param occasion tells one report from another: each goes once
   */
  public void queue(Edition edition, LocalDate day, String occasion, Figures figures, Instant now) {
    for (int rank = 0; rank < edition.organisers().size(); rank++) {
      Map<String, String> details = new HashMap<>();
      figures.counts().forEach((name, value) -> details.put(name, Long.toString(value)));
      details.put("jour", day.toString());
      details.put("destinataire_rang", Integer.toString(rank));
      mails.queueUnlessKnown(
          Mail.campaign(MailKind.REPORT, edition.id(), occasion + "/" + rank, now, details));
    }
  }
}
