package fr.vismonjob.function;

import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.SiteAddress;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.pairing.PairTable;
import fr.vismonjob.registration.RegistrationTable;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Puts the functions together. What each needs is made when first asked for, so that no function pays for another's. */
final class Wiring {
  private final Map<String, String> environment;
  private final InstantSource clock = InstantSource.system();
  private final DynamoDbClient dynamoDb;

  Wiring(Map<String, String> environment) {
    this.environment = environment;
    this.dynamoDb = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
  }

  static Wiring ofLambda() {
    return new Wiring(System.getenv());
  }

  InstantSource clock() {
    return clock;
  }

  EditionTable editions() {
    return new EditionTable(dynamoDb, variable("EDITIONS_TABLE"), clock);
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

  Keyed keyed() {
    try (SecretsManagerClient secrets =
        SecretsManagerClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      return new Keyed(secrets.getSecretValue(get -> get.secretId(variable("LINK_KEY"))).secretString());
    }
  }

  SiteAddress site() {
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
