package fr.vismonjob.function;

import fr.vismonjob.campaign.CampaignRun;
import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.delivery.LetterReader;
import fr.vismonjob.delivery.MailSender;
import fr.vismonjob.delivery.Recipients;
import fr.vismonjob.delivery.RejectionRecorder;
import fr.vismonjob.delivery.SendingQuota;
import fr.vismonjob.delivery.SesTransport;
import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.edition.EditionKeyTable;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.identity.Current;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.Lazy;
import fr.vismonjob.identity.SiteAddress;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.page.Assets;
import fr.vismonjob.page.Pages;
import fr.vismonjob.page.Publisher;
import fr.vismonjob.page.Site;
import fr.vismonjob.pairing.ActingOnMarks;
import fr.vismonjob.pairing.PairTable;
import fr.vismonjob.pairing.Proposals;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.AddressHolderTable;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.subscription.SubscriptionTable;
import fr.vismonjob.web.Resource;
import fr.vismonjob.web.WebFunction;
import fr.vismonjob.workflow.ListFiles;
import fr.vismonjob.workflow.PresentDay;
import fr.vismonjob.workflow.RunFiles;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * Wires the functions. Each part is made at its first use, so that a function makes only what it
 * uses.
 */
final class Wiring {
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final DynamoDbClient dynamoDb;
  private final Supplier<SesClient> ses;
  private final Keyed keyed;
  private final Current<Settings> ofPages;
  private final Current<Settings> ofMails;
  private final Metrics metrics;
  // One of each for all resources of a function, because each reads something once and keeps it.
  private final Lazy<RunFiles> files;
  private final Lazy<EditionTable> editions;
  private final Lazy<Assets> assets = new Lazy<>(Assets::fromClassPath);

  Wiring(
      Map<String, String> environment,
      InstantSource clock,
      DynamoDbClient dynamoDb,
      Supplier<SesClient> ses,
      Keyed keyed,
      Supplier<Settings> ofPages,
      Supplier<Settings> ofMails,
      Supplier<RunFiles> files,
      Metrics metrics) {
    this.environment = environment;
    this.clock = clock;
    this.dynamoDb = dynamoDb;
    this.ses = ses;
    this.keyed = keyed;
    this.ofPages = new Current<>(clock, ofPages);
    this.ofMails = new Current<>(clock, ofMails);
    this.metrics = metrics;
    this.files = new Lazy<>(files);
    this.editions = new Lazy<>(() -> new EditionTable(dynamoDb, variable("EDITIONS_TABLE"), clock));
  }

  static Wiring ofLambda() {
    Map<String, String> environment = System.getenv();
    Aws aws = Aws.ofLambda(environment);
    if (Rehearsal.isAhead(environment)) {
      aws.secrets(); // its client is then in the snapshot
    }
    return of(environment, InstantSource.system(), aws, System.out::println);
  }

  /**
   * @param log takes the lines that count something
   */
  static Wiring of(
      Map<String, String> environment, InstantSource clock, Aws aws, Consumer<String> log) {
    return new Wiring(
        environment,
        clock,
        aws.dynamoDb(),
        aws::ses,
        new Keyed(clock, () -> readIdKey(environment, aws), () -> readLinkKey(environment, aws)),
        () -> readPageSettings(environment, aws),
        () -> readMailSettings(environment, aws),
        () -> openFiles(environment, aws),
        new Metrics(log, variable(environment, "METRICS_NAMESPACE"), clock));
  }

  InstantSource clock() {
    return clock;
  }

  Metrics metrics() {
    return metrics;
  }

  Publisher publisher() {
    return Publisher.of(ofPages.get().values());
  }

  EditionTable editions() {
    return editions.get();
  }

  Tables tables() {
    return new Tables(
        new RegistrationTable(dynamoDb, variable("REGISTRATIONS_TABLE")),
        new CoachingSlotTable(dynamoDb, variable("COACHING_SLOTS_TABLE")),
        new PairTable(dynamoDb, variable("PAIRS_TABLE"), clock),
        new MailTable(dynamoDb, variable("MAILS_TABLE")),
        new SubscriptionTable(keyed(), dynamoDb, variable("SUBSCRIPTIONS_TABLE")),
        new Transactions(dynamoDb),
        lists(),
        clock);
  }

  ActingOnMarks marks() {
    return new ActingOnMarks(tables(), addresses(), editions());
  }

  RejectionRecorder rejectionRecorder() {
    return new RejectionRecorder(tables());
  }

  AllowanceTable allowances() {
    return new AllowanceTable(dynamoDb, variable("MAIL_ALLOWANCES_TABLE"));
  }

  EditionKeyTable editionKeys() {
    return new EditionKeyTable(dynamoDb, variable("MAIL_ALLOWANCES_TABLE"));
  }

  AddressHolderTable addresses() {
    return new AddressHolderTable(
        editionKeys(), keyed(), dynamoDb, variable("MAIL_ALLOWANCES_TABLE"));
  }

  /** The web function with these resources. */
  WebFunction web(Map<String, Resource> routes) {
    Supplier<Pages> pages = pages();
    return new WebFunction(error -> pages.get().error(error), routes, metrics());
  }

  /** The pages, under the address by which the present request came. */
  Supplier<Pages> pages() {
    Assets read = assets.get();
    return () -> new Pages(new Site(WebFunction.site().basePath(), read));
  }

  Supplier<MailSender> mailSender() {
    SesClient client = ses.get();
    return new Lazy<>(
        () -> {
          Tables all = tables();
          return new MailSender(
              all.mails(),
              new LetterReader(editions(), all, keyed()),
              new SesTransport(client, variable("MAIL_EVENTS")),
              () -> new SiteAddress(ofMails.get().value("SITE")),
              () -> Recipients.of(ofMails.get().value("ALLOWED_RECIPIENTS")),
              allowances(),
              () -> Integer.parseInt(ofMails.get().value("UNCONFIRMED_MAILS_PER_HOUR")),
              clock);
        });
  }

  /** SES's quota, read at each use, unless a rate is set. */
  Supplier<SendingQuota> sendingQuota() {
    int set = Integer.parseInt(variable("MAILS_PER_SECOND"));
    int share = Integer.parseInt(variable("QUOTA_SHARE"));
    SesClient client = ses.get();
    return () -> set > 0 ? SendingQuota.fixed(set) : SendingQuota.of(client.getSendQuota(), share);
  }

  EditionProgressTable editionProgress() {
    return new EditionProgressTable(dynamoDb, variable("EDITIONS_TABLE"));
  }

  Proposals proposals() {
    return new Proposals(tables(), editionProgress());
  }

  CampaignRun campaigns() {
    return new CampaignRun(tables());
  }

  ListFiles lists() {
    return new ListFiles(files);
  }

  RunFiles files() {
    return files.get();
  }

  private static RunFiles openFiles(Map<String, String> environment, Aws aws) {
    return new S3RunFiles(aws.s3(), variable(environment, "REPORT_BUCKET"));
  }

  PresentDay presentDay() {
    return new PresentDay(clock, Boolean.parseBoolean(variable("ALLOW_FUTURE_DAYS")));
  }

  /** In how many parts a workflow reads the tables at the same time. */
  int shares() {
    return Integer.parseInt(variable("TABLE_SHARES"));
  }

  Keyed keyed() {
    return keyed;
  }

  // Each reader names its variable itself: RightsTest tells by it which secret a function reads.

  private static String readIdKey(Map<String, String> environment, Aws aws) {
    return aws.secrets()
        .getSecretValue(get -> get.secretId(variable(environment, "ID_KEY")))
        .secretString();
  }

  private static String readLinkKey(Map<String, String> environment, Aws aws) {
    return LoggedReading.of(
        "LINK_KEY",
        () ->
            aws.secrets()
                .getSecretValue(get -> get.secretId(variable(environment, "LINK_KEY")))
                .secretString());
  }

  private static Settings readPageSettings(Map<String, String> environment, Aws aws) {
    return LoggedReading.of(
        "PAGE_SETTINGS",
        () ->
            Settings.parse(
                aws.secrets()
                    .getSecretValue(get -> get.secretId(variable(environment, "PAGE_SETTINGS")))
                    .secretString()));
  }

  private static Settings readMailSettings(Map<String, String> environment, Aws aws) {
    return LoggedReading.of(
        "MAIL_SETTINGS",
        () ->
            Settings.parse(
                aws.secrets()
                    .getSecretValue(get -> get.secretId(variable(environment, "MAIL_SETTINGS")))
                    .secretString()));
  }

  private String variable(String name) {
    return variable(environment, name);
  }

  private static String variable(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException(
          "environment variable " + name + " is not set: template.yaml has to set it");
    }
    return value;
  }
}
