package fr.vismonjob.function;

import fr.vismonjob.campaign.CampaignRun;
import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.delivery.LetterReader;
import fr.vismonjob.delivery.MailSender;
import fr.vismonjob.delivery.RejectionRecorder;
import fr.vismonjob.delivery.SendingQuota;
import fr.vismonjob.delivery.SesTransport;
import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.erasure.EditionErasure;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.SiteAddress;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.mail.MailRejectionTable;
import fr.vismonjob.mail.MailSweepTable;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.page.Assets;
import fr.vismonjob.page.Pages;
import fr.vismonjob.page.Publisher;
import fr.vismonjob.page.Site;
import fr.vismonjob.pairing.Erasing;
import fr.vismonjob.pairing.PairRecorder;
import fr.vismonjob.pairing.PairTable;
import fr.vismonjob.pairing.Releasing;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.report.Reporting;
import fr.vismonjob.site.PersonalLinks;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import fr.vismonjob.web.WebFunction;
import fr.vismonjob.workflow.PresentDay;
import fr.vismonjob.workflow.RunFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Puts the functions together. What each needs is made when first asked for, so that no function
 * pays for another's.
 */
final class Wiring {
  private final Map<String, String> environment;
  private final InstantSource clock = InstantSource.system();
  private final DynamoDbClient dynamoDb;
  // One of each for all of a function's resources: each reads something once and keeps it.
  private final Lazy<EditionTable> editions;
  private final Lazy<Assets> assets = new Lazy<>(Assets::fromClassPath);
  private final Keyed keyed = new Keyed(this::readLinkKey);
  private @Nullable SiteRead siteRead;

  private record SiteRead(Instant at, SiteAddress site) {}

  Wiring(Map<String, String> environment) {
    this.environment = environment;
    this.dynamoDb = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    this.editions = new Lazy<>(() -> new EditionTable(dynamoDb, variable("EDITIONS_TABLE"), clock));
  }

  static Wiring ofLambda() {
    return new Wiring(System.getenv());
  }

  InstantSource clock() {
    return clock;
  }

  Publisher publisher() {
    return Publisher.of(environment);
  }

  EditionTable editions() {
    return editions.get();
  }

  RegistrationTable registrations() {
    return new RegistrationTable(dynamoDb, variable("REGISTRATIONS_TABLE"));
  }

  CoachingSlotTable coachingSlots() {
    return new CoachingSlotTable(dynamoDb, variable("COACHING_SLOTS_TABLE"));
  }

  PairTable pairs() {
    return new PairTable(dynamoDb, variable("PAIRS_TABLE"));
  }

  MailTable mails() {
    return new MailTable(dynamoDb, variable("MAILS_TABLE"));
  }

  MailSweepTable mailSweeps() {
    return new MailSweepTable(dynamoDb, variable("MAILS_TABLE"));
  }

  Transactions transactions() {
    return new Transactions(dynamoDb);
  }

  RejectionRecorder rejectionRecorder() {
    return new RejectionRecorder(
        mails(),
        new MailRejectionTable(dynamoDb, variable("MAILS_TABLE")),
        registrations(),
        pairs(),
        transactions());
  }

  AllowanceTable allowances() {
    return new AllowanceTable(dynamoDb, variable("MAIL_ALLOWANCES_TABLE"));
  }

  PersonalLinks personalLinks() {
    return new PersonalLinks(registrations(), keyed());
  }

  /** Reads requests and renders answers around the resources of one function. */
  WebFunction web(Function<Request, Resource> router) {
    Supplier<Pages> pages = pages();
    return new WebFunction(() -> site().basePath(), pages::get, router);
  }

  /** The pages under the site's address as it is now. */
  Supplier<Pages> pages() {
    Assets read = assets.get();
    return () -> new Pages(new Site(site().basePath(), read));
  }

  Supplier<MailSender> mailSender() {
    return new Lazy<>(
        () ->
            new MailSender(
                mails(),
                new LetterReader(editions(), registrations(), coachingSlots(), pairs(), keyed()),
                new SesTransport(ses(), variable("MAIL_EVENTS")),
                this::site,
                clock));
  }

  /** Read from SES when asked for, unless a rate is set. */
  Supplier<SendingQuota> sendingQuota() {
    int set = Integer.parseInt(variable("MAILS_PER_SECOND"));
    SesClient ses = ses();
    return () -> set > 0 ? SendingQuota.fixed(set) : SendingQuota.of(ses.getSendQuota());
  }

  /** Never repeats a request by itself: after a time-out that would send a mail twice. */
  private static SesClient ses() {
    return SesClient.builder()
        .httpClient(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(10)).build())
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  EditionProgressTable editionProgress() {
    return new EditionProgressTable(dynamoDb, variable("EDITIONS_TABLE"));
  }

  PairRecorder pairRecorder() {
    return new PairRecorder(pairs(), registrations(), mails(), transactions(), clock);
  }

  Releasing releasing() {
    return new Releasing(registrations(), pairs(), mails(), transactions(), clock);
  }

  CampaignRun campaigns() {
    return new CampaignRun(registrations(), coachingSlots(), pairs(), mails(), clock);
  }

  Reporting reporting() {
    return new Reporting(registrations(), pairs(), coachingSlots(), mails(), mailSweeps());
  }

  Erasing erasing() {
    return new Erasing(registrations(), coachingSlots(), pairs(), mails(), transactions(), clock);
  }

  EditionErasure editionErasure() {
    return new EditionErasure(registrations(), editionProgress(), erasing());
  }

  RunFiles files() {
    return new S3RunFiles(
        S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build(),
        variable("REPORT_BUCKET"));
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

  private String readLinkKey() {
    try (SecretsManagerClient secrets =
        SecretsManagerClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      return secrets.getSecretValue(get -> get.secretId(variable("LINK_KEY"))).secretString();
    }
  }

  /**
   * The site's address; read again after a minute, since it may change while the function lives.
   */
  SiteAddress site() {
    Instant now = clock.instant();
    SiteRead last = siteRead;
    if (last == null || last.at().plus(Duration.ofMinutes(1)).isBefore(now)) {
      last = new SiteRead(now, readSite());
      siteRead = last;
    }
    return last.site();
  }

  private SiteAddress readSite() {
    try (SsmClient ssm = SsmClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      return new SiteAddress(
          ssm.getParameter(get -> get.name(variable("SITE_PARAMETER"))).parameter().value());
    }
  }

  private String variable(String name) {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException("environment variable " + name + " is not set");
    }
    return value;
  }
}
