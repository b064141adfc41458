package fr.vismonjob.dynamodb;

import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.edition.EditionKeyTable;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.pairing.ActingOnMarks;
import fr.vismonjob.pairing.PairLists;
import fr.vismonjob.pairing.PairTable;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.AddressHolderTable;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.subscription.SubscriptionTable;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The template's tables on DynamoDB Local, in this process and empty before each test. Register it
 * as a static field: {@code @RegisterExtension static final LocalTables TABLES = new
 * LocalTables();}
 */
public final class LocalTables implements BeforeEachCallback {
  public static final Keyed KEYED = new Keyed("a key for tests");

  private static final class Started {
    static final DynamoDbClient CLIENT =
        software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded.create(true)
            .dynamoDbClient();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    client()
        .listTables()
        .tableNames()
        .forEach(name -> client().deleteTable(delete -> delete.tableName(name)));
    Map<String, Object> resources = TemplateFile.mapAt(TemplateFile.template(), "Resources");
    resources.forEach(
        (name, resource) -> {
          if (resource instanceof Map<?, ?> map && "AWS::DynamoDB::Table".equals(map.get("Type"))) {
            create(name, TemplateFile.mapAt(resources, name, "Properties"));
          }
        });
  }

  public DynamoDbClient client() {
    return Started.CLIENT;
  }

  public EditionTable editions(InstantSource clock) {
    return new EditionTable(client(), "Editions", clock);
  }

  public RegistrationTable registrations() {
    return new RegistrationTable(client(), "Registrations");
  }

  public CoachingSlotTable coachingSlots() {
    return new CoachingSlotTable(client(), "CoachingSlots");
  }

  public PairTable pairs() {
    return new PairTable(client(), "Pairs", InstantSource.system());
  }

  public MailTable mails() {
    return new MailTable(client(), "Mails");
  }

  public Transactions transactions() {
    return new Transactions(client());
  }

  public SubscriptionTable subscriptions(DynamoDbClient other) {
    return new SubscriptionTable(KEYED, other, "Subscriptions");
  }

  public Tables tables(InstantSource clock) {
    return tables(client(), clock);
  }

  /** Which registration an address has, by the keys of {@link #KEYED}. */
  public AddressHolderTable addresses(DynamoDbClient other) {
    return addresses(other, KEYED);
  }

  public AddressHolderTable addresses(DynamoDbClient other, Keyed keyed) {
    return new AddressHolderTable(
        new EditionKeyTable(other, "MailAllowances"), keyed, other, "MailAllowances");
  }

  /** What acts on organisers' marks. */
  public ActingOnMarks marks(DynamoDbClient other, InstantSource clock) {
    return new ActingOnMarks(
        tables(other, clock), addresses(other), new EditionTable(other, "Editions", clock));
  }

  /** The tables through another client. */
  public Tables tables(DynamoDbClient other, InstantSource clock) {
    return tables(other, _ -> {}, clock);
  }

  /** The tables, and where lists made of them are. */
  public Tables tables(DynamoDbClient other, PairLists lists, InstantSource clock) {
    return new Tables(
        new RegistrationTable(other, "Registrations"),
        new CoachingSlotTable(other, "CoachingSlots"),
        new PairTable(other, "Pairs", clock),
        new MailTable(other, "Mails"),
        subscriptions(other),
        new Transactions(other),
        lists,
        clock);
  }

  /** Every item of a table, as the console would show them. */
  public List<Map<String, AttributeValue>> items(String table) {
    return client()
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  /** The item with this key, which must be there. */
  public Item row(String table, String key) {
    return table(table).find(key).orElseThrow();
  }

  /** Takes every item out of every table. */
  public void empty() {
    for (String table : client().listTables().tableNames()) {
      List<String> key =
          client().describeTable(describe -> describe.tableName(table)).table().keySchema().stream()
              .map(KeySchemaElement::attributeName)
              .toList();
      for (Map<String, AttributeValue> item : items(table)) {
        Map<String, AttributeValue> keyed = new HashMap<>(item);
        keyed.keySet().retainAll(key);
        client().deleteItem(delete -> delete.tableName(table).key(keyed));
      }
    }
  }

  /** A change that somebody makes by hand in the console. */
  public ItemUpdate update(String table, String key) {
    return table(table).update(key);
  }

  private ItemTable table(String table) {
    String keyName =
        client().describeTable(describe -> describe.tableName(table)).table().keySchema().stream()
            .map(KeySchemaElement::attributeName)
            .findFirst()
            .orElseThrow();
    return new ItemTable(client(), table, keyName);
  }

  public void write(Write write) {
    transactions().decide("writing in a test", () -> new Decision<>(true, List.of(write)));
  }

  /** Tries a write once; false if one of its conditions does not hold. */
  public boolean passes(Write write) {
    try {
      client()
          .transactWriteItems(request -> request.transactItems(write.given().apply(Item.empty())));
      return true;
    } catch (TransactionCanceledException e) {
      return false;
    }
  }

  /** What a queued mail carries beside its own attributes, by the names in the table. */
  public Map<String, String> mailDetails(String key) {
    Map<String, String> details = new HashMap<>();
    row("Mails", key).attributes().forEach((name, value) -> details.put(name, value.s()));
    details
        .keySet()
        .removeAll(Set.of("envoi", "modele", "inscription", "statut", "depart", "cree_le"));
    return details;
  }

  public void put(String table, Map<String, AttributeValue> item) {
    client().putItem(put -> put.tableName(table).item(item));
  }

  private void create(String name, Map<String, Object> properties) {
    CreateTableRequest.Builder table =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(keys(properties))
            .attributeDefinitions(
                TemplateFile.mapsAt(properties, "AttributeDefinitions").stream()
                    .map(
                        attribute ->
                            AttributeDefinition.builder()
                                .attributeName(TemplateFile.textAt(attribute, "AttributeName"))
                                .attributeType(TemplateFile.textAt(attribute, "AttributeType"))
                                .build())
                    .toList());
    if (properties.containsKey("GlobalSecondaryIndexes")) {
      table.globalSecondaryIndexes(
          TemplateFile.mapsAt(properties, "GlobalSecondaryIndexes").stream()
              .map(
                  index ->
                      GlobalSecondaryIndex.builder()
                          .indexName(TemplateFile.textAt(index, "IndexName"))
                          .keySchema(keys(index))
                          .projection(projection(TemplateFile.mapAt(index, "Projection")))
                          .build())
              .toList());
    }
    client().createTable(table.build());
  }

  @SuppressWarnings("unchecked") // a list of names
  private static Projection projection(Map<String, Object> of) {
    Projection.Builder projection =
        Projection.builder().projectionType(TemplateFile.textAt(of, "ProjectionType"));
    return of.containsKey("NonKeyAttributes")
        ? projection
            .nonKeyAttributes((List<String>) TemplateFile.at(of, "NonKeyAttributes"))
            .build()
        : projection.build();
  }

  private static List<KeySchemaElement> keys(Map<String, Object> of) {
    return TemplateFile.mapsAt(of, "KeySchema").stream()
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(TemplateFile.textAt(key, "AttributeName"))
                    .keyType(TemplateFile.textAt(key, "KeyType"))
                    .build())
        .toList();
  }

  /** For tests in which every row can be read. */
  public static final Consumer<UnreadableRow> ALL_READABLE =
      row -> {
        throw row;
      };

  /**
   * Who is whose partner, and what was sent to whom. Why somebody is left over, another run on the
   * same day sees in another light: whoever might have come is taken by then.
   */
  public SortedSet<String> outcome() {
    SortedSet<String> outcome = new TreeSet<>();
    for (String table : List.of("Editions", "Registrations", "Pairs")) {
      for (Map<String, AttributeValue> item : items(table)) {
        SortedMap<String, AttributeValue> told = new TreeMap<>(item);
        told.remove("sans_binome");
        outcome.add(table + " " + told);
      }
    }
    items("Mails").stream()
        .map(Item::of)
        .forEach(mail -> outcome.add(mail.required("envoi") + " " + mail.required("statut")));
    return outcome;
  }
}
