package fr.vismonjob.delivery;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.SiteAddress;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailStatus;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.registration.RegistrationBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ses.SesClient;

/** The outbox of tests: queues mails and sends them through a given SES client. */
public record Post(
    LocalTables tables, SesClient ses, Instant now, Recipients recipients, int budget) {
  public static final SiteAddress SITE = new SiteAddress("https://vismonjob.example/Prod");
  public static final Keyed KEYED = new Keyed("a key for tests");
  public static final Instant NOW = Instant.parse("2026-11-10T06:00:30Z");

  public static Post of(LocalTables tables, SesClient ses) {
    return new Post(tables, ses, NOW, Recipients.of("*"), Integer.MAX_VALUE);
  }

  public Post at(Instant instant) {
    return new Post(tables, ses, instant, recipients, budget);
  }

  Post writingOnlyTo(String list) {
    return new Post(tables, ses, now, Recipients.of(list), budget);
  }

  /** Sends at most so many mails an hour to addresses that have not confirmed. */
  public Post sendingAtMost(int unconfirmed) {
    return new Post(tables, ses, now, recipients, unconfirmed);
  }

  public Post edition(EditionBuilder edition) {
    tables.put("Editions", edition.item());
    return this;
  }

  public Post registered(RegistrationBuilder... people) {
    for (RegistrationBuilder person : people) {
      tables.put("Registrations", person.item());
    }
    return this;
  }

  /**
   * Queues a mail as it stands in the table, with these details, names and values in turn, and
   * answers its key.
   */
  public String queue(MailKind kind, String registration, String... details) {
    String key = kind.code() + "/" + registration + "/1";
    Item mail =
        Item.empty()
            .put("envoi", key)
            .put("modele", kind.code())
            .put("inscription", registration)
            .put("statut", MailStatus.A_ENVOYER.name())
            .put("depart", "IMMEDIAT")
            .put("cree_le", "2026-11-10T06:00:00Z")
            .put("numero", "1");
    for (int i = 0; i < details.length; i += 2) {
      mail.put(details[i], details[i + 1]);
    }
    tables.put("Mails", mail.attributes());
    return key;
  }

  /** Sends a mail as a workflow of that day does. */
  public SendResult send(String key, String today) {
    return sender().send(key, new Batch("run", LocalDate.parse(today)));
  }

  public MailSender sender() {
    return sender(tables.client());
  }

  /** One that reaches the tables by another client. */
  public MailSender sender(DynamoDbClient client) {
    return sender(client, InstantSource.fixed(now));
  }

  /** One that works for some time. */
  MailSender sender(DynamoDbClient client, InstantSource clock) {
    return new MailSender(
        new MailTable(client, "Mails"),
        new LetterReader(
            new EditionTable(client, "Editions", clock), tables.tables(client, clock), KEYED),
        new SesTransport(ses, "mail-events"),
        () -> SITE,
        () -> recipients,
        new AllowanceTable(client, "MailAllowances"),
        () -> budget,
        clock);
  }

  public Map<String, AttributeValue> item(String key) {
    return tables
        .client()
        .getItem(get -> get.tableName("Mails").key(Map.of("envoi", AttributeValue.fromS(key))))
        .item();
  }

  public MailStatus status(String key) {
    return MailStatus.valueOf(text(key, "statut"));
  }

  public String text(String key, String attribute) {
    return item(key).getOrDefault(attribute, AttributeValue.fromS("")).s();
  }
}
