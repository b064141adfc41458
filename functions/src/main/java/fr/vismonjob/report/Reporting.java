package fr.vismonjob.report;

import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.PublicFigures;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.Mail.Departure;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailLedger.LostMail;
import fr.vismonjob.pairing.HostsWanted;
import fr.vismonjob.pairing.ImposedCosts;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Counts an edition, writes the report and queues the mail about it for the organisers. */
public record Reporting(Tables tables) {
  /** How long the address in the mail works. */
  private static final Period LINK_LIFE = Period.ofDays(14);

  /** How many of the places to recruit in the mail itself lists. */
  private static final int WANTED_IN_MAIL = 8;

  /**
   * The result of a matching run or of a trial.
   *
   * @param figures figures by name
   * @param wanted where hosts are missing, the largest number first
   */
  public record OfRun(Map<String, Long> figures, List<HostsWanted> wanted) {
    public static final OfRun NONE = new OfRun(Map.of(), List.of());

    public OfRun {
      figures = Map.copyOf(figures);
      wanted = List.copyOf(wanted);
    }
  }

  /**
   * @param figures what the mail says
   * @param forEverybody what the site tells everybody
   * @param wanted where hosts are missing, the largest number first
   * @param unreadable the rows that were left out because they cannot be read
   * @param files files by name: the page, and each of its tables as CSV; they name nobody
   */
  public record Report(
      EditionFigures figures,
      PublicFigures forEverybody,
      List<HostsWanted> wanted,
      List<UnreadableRow> unreadable,
      Map<String, String> files) {}

  /**
   * The reason why organisers get a mail.
   *
   * @param name part of the mail's key: a mail with the same name is queued once
   */
  public record Occasion(MailKind kind, String name, Departure departure) {
    public static Occasion ofDay(String name) {
      return new Occasion(MailKind.REPORT, name, Departure.CAMPAIGN);
    }

    public static Occasion onDemand(String request) {
      return new Occasion(MailKind.REPORT, "demande-" + request, Departure.IMMEDIATE);
    }

    public static Occasion beforePairs() {
      return new Occasion(MailKind.RECRUIT, "avant", Departure.CAMPAIGN);
    }

    private static Occasion ofProposals(String run) {
      String name = run.substring(run.indexOf('/') + 1);
      return new Occasion(MailKind.PROPOSALS, name, Departure.CAMPAIGN);
    }
  }

  /**
   * Counts the edition in its current state.
   *
   * @param since since when what has changed is new
   * @param ofRun result of the matching run that has just ended
   * @param imposed what imposing pairs has cost so far
   */
  public Report report(
      Edition edition, LocalDate day, Since since, OfRun ofRun, ImposedCosts imposed) {
    Survey survey = new Survey(since.moment(), day, imposed);
    ofRun.figures().forEach(survey.figures::with);
    ofRun.wanted().forEach(survey::add);
    tables.registrations().scan(edition.id(), Share.WHOLE, survey::add).forEach(survey::add);
    tables.pairs().scan(edition.id(), Share.WHOLE, survey::add).forEach(survey::add);
    if (survey.unknownKeys() > 0) {
      survey.figures.with("cles_inconnues", survey.unknownKeys());
    }
    tables.slots().ofEdition(edition.id(), survey::add).forEach(survey::add);
    tables
        .mails()
        .ledger()
        .lost(survey::add)
        .filter(mail -> isOf(mail, edition, survey))
        .forEach(survey::add);
    if (!survey.unreadable().isEmpty()) {
      survey.figures.with("a_corriger", survey.unreadable().size());
    }
    return new Report(
        survey.figures,
        survey.publicFigures(),
        ofRun.wanted(),
        survey.unreadable(),
        files(ReportPage.of(edition, day, since, survey)));
  }

  /** The list of the edition's pairs as CSV, with names, as the tables are now. */
  public String pairs(String edition) {
    Map<String, Registration> people = new HashMap<>();
    tables
        .registrations()
        .scan(edition, Share.WHOLE, _ -> {})
        .forEach(person -> people.put(person.id(), person));
    PairList pairs = new PairList();
    tables
        .pairs()
        .scan(edition, Share.WHOLE, _ -> {})
        .forEach(
            pair ->
                pairs.add(
                    pair,
                    Optional.ofNullable(people.get(pair.ambassador().registration())),
                    Optional.ofNullable(people.get(pair.student().registration()))));
    return pairs.sheet().csv();
  }

  /** A mail to organisers names the edition in the place of a registration. */
  private static boolean isOf(LostMail mail, Edition edition, Survey survey) {
    return mail.registration().equals(edition.id()) || survey.knows(mail.registration());
  }

  private static Map<String, String> files(ReportPage page) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("rapport.html", page.html());
    for (ReportPage.Section section : page.sections()) {
      files.put(section.sheet().file() + ".csv", section.sheet().csv());
    }
    return files;
  }

  /**
   * Queues one mail for each organiser. Mails name the organiser by rank, so that no key or detail
   * holds an address.
   *
   * @param kept where the report is, such as {@code 2026/2026-11-10/3f1c7a52}
   * @param today the first day on which the address in the mail works
   */
  public void queue(
      Edition edition,
      LocalDate day,
      Occasion occasion,
      Report report,
      String kept,
      LocalDate today,
      Instant now) {
    Map<String, String> figures = new HashMap<>();
    report.figures().counts().forEach((name, value) -> figures.put(name, Long.toString(value)));
    List<String> wanted =
        occasion.kind() == MailKind.RECRUIT ? inWords(report.wanted()) : List.of();
    queue(
        edition,
        occasion,
        now,
        rank -> new About.Report(rank, day, kept, today.plus(LINK_LIFE), figures, wanted));
  }

  /**
   * Asks each organiser to look at what a run proposes, once for each run that may be agreed to.
   *
   * @param figures figures by their names in the report
   */
  public void ask(Edition edition, LocalDate day, String run, Map<String, Long> figures) {
    Map<String, String> told = EditionFigures.ofProposals(figures);
    queue(
        edition,
        Occasion.ofProposals(run),
        tables.now(),
        rank -> new About.Proposals(rank, day, run, told));
  }

  private void queue(
      Edition edition, Occasion occasion, Instant now, IntFunction<About.ToOrganiser> about) {
    for (int rank = 0; rank < edition.organisers().size(); rank++) {
      tables
          .mails()
          .queueUnlessKnown(
              Mail.of(
                  occasion.departure(),
                  occasion.kind(),
                  edition.id(),
                  occasion.name() + "/" + rank,
                  now,
                  about.apply(rank)));
    }
  }

  /** One line for each of the first places. */
  private static List<String> inWords(List<HostsWanted> wanted) {
    return wanted.stream()
        .limit(WANTED_IN_MAIL)
        .map(
            each ->
                "%s, %s : %d\u00a0place%s"
                    .formatted(
                        each.job(), each.place(), each.seats(), each.seats() == 1 ? "" : "s"))
        .toList();
  }
}
