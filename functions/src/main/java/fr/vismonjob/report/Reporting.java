package fr.vismonjob.report;

import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.mail.Departure;
import fr.vismonjob.mail.LostMail;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailSweepTable;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.pairing.PairTable;
import fr.vismonjob.registration.RegistrationTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts an edition, writes the report and queues the mail about it for the organisers. */
public final class Reporting {
  /** How long the address in the mail serves. */
  private static final Period LINK_LIFE = Period.ofDays(14);

  private final RegistrationTable registrations;
  private final PairTable pairs;
  private final CoachingSlotTable coachingSlots;
  private final MailTable mails;
  private final MailSweepTable sweeps;

  /**
   * @param figures what the mail says
   * @param files by name: the page, and each of its tables as CSV
   */
  public record Report(Figures figures, Map<String, String> files) {}

  public Reporting(
      RegistrationTable registrations,
      PairTable pairs,
      CoachingSlotTable coachingSlots,
      MailTable mails,
      MailSweepTable sweeps) {
    this.registrations = registrations;
    this.pairs = pairs;
    this.coachingSlots = coachingSlots;
    this.mails = mails;
    this.sweeps = sweeps;
  }

  /**
   * The edition as it stands.
   *
   * @param ofRun figures of the matching run that was just made; empty without one
   */
  public Report report(Edition edition, LocalDate day, Map<String, Long> ofRun) {
    Figures figures = new Figures();
    Survey survey = new Survey();
    ofRun.forEach(figures::with);
    registrations
        .scan(edition.id(), Share.WHOLE)
        .forEach(
            person -> {
              figures.add(person);
              survey.add(person);
            });
    pairs
        .scan(edition.id(), Share.WHOLE)
        .forEach(
            pair -> {
              figures.add(pair);
              survey.add(pair);
            });
    coachingSlots.ofEdition(edition.id()).forEach(survey::add);
    sweeps
        .lost()
        .filter(mail -> isOf(mail, edition, survey))
        .forEach(
            mail -> {
              figures.add(mail);
              survey.add(mail);
            });
    return new Report(figures, files(ReportPage.of(edition, day, figures, survey)));
  }

  /** Mails do not name their edition, but those to its organisers. */
  private static boolean isOf(LostMail mail, Edition edition, Survey survey) {
    return mail.registration().equals(edition.id()) || survey.knows(mail.registration());
  }

  private static Map<String, String> files(ReportPage page) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("rapport.html", ReportHtml.of(page));
    List<Table> tables = page.sections().stream().map(ReportPage.Section::table).toList();
    tables.forEach(table -> files.put(table.file() + ".csv", table.csv()));
    return files;
  }

  /**
   * Queues one mail for each organiser, known by rank so that no key or detail names an address.
   *
   * @param occasion tells one report from another: each goes once
   * @param report where it is kept, such as {@code 2026/2026-11-10/3f1c7a52}
   * @param today from which on the address in the mail serves
   */
  public void queue(
      Edition edition,
      LocalDate day,
      String occasion,
      Figures figures,
      String report,
      LocalDate today,
      Departure departure,
      Instant now) {
    Map<String, String> details = new HashMap<>();
    figures.counts().forEach((name, value) -> details.put(name, Long.toString(value)));
    details.put("jour", day.toString());
    details.put("rapport", report);
    details.put("rapport_jusqu_au", today.plus(LINK_LIFE).toString());
    for (int rank = 0; rank < edition.organisers().size(); rank++) {
      details.put("destinataire_rang", Integer.toString(rank));
      mails.queueUnlessKnown(
          Mail.of(departure, MailKind.REPORT, edition.id(), occasion + "/" + rank, now, details));
    }
  }
}
