package fr.vismonjob.e2e;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The tables, as an organiser reads and edits them in the console. */
final class Tables {
  private final DynamoDbClient dynamoDb;
  private final Stack stack;

  Tables(Stack stack) {
    this.stack = stack;
    this.dynamoDb = stack.client(DynamoDbClient.builder());
  }

  List<Row> editions() {
    return scan("EditionsTable");
  }

  List<Row> registrations() {
    return scan("RegistrationsTable");
  }

  List<Row> slots() {
    return scan("CoachingSlotsTable");
  }

  List<Row> pairs() {
    return scan("PairsTable");
  }

  List<Row> mails() {
    return scan("MailsTable");
  }

  Row registration(String id) {
    return find("RegistrationsTable", "inscription", id)
        .orElseThrow(() -> new AssertionError("no registration " + id));
  }

  Row slot(String id) {
    return find("CoachingSlotsTable", "seance", id)
        .orElseThrow(() -> new AssertionError("no slot " + id));
  }

  /** The key of a slot in which a seat is free. */
  String freeSlot() {
    return slots().stream()
        .filter(slot -> slot.number("places_restantes") > 0)
        .findFirst()
        .orElseThrow()
        .text("seance");
  }

  /** The mails about a registration, of these kinds. */
  List<Row> mailsOf(String registration, String... kinds) {
    return mails().stream()
        .filter(mail -> mail.text("inscription").equals(registration))
        .filter(mail -> kinds.length == 0 || List.of(kinds).contains(mail.text("modele")))
        .toList();
  }

  /** Waits until a mail of this kind about a registration has that status. */
  Row awaitMail(String registration, String kind, String status) {
    return Waiting.until(
        kind + " " + status,
        () ->
            mailsOf(registration, kind).stream()
                .filter(mail -> mail.text("statut").equals(status))
                .findFirst());
  }

  Optional<Row> find(String output, String key, String value) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(
                get ->
                    get.tableName(stack.output(output))
                        .key(Map.of(key, AttributeValue.fromS(value)))
                        .consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(new Row(item));
  }

  void put(String output, Map<String, AttributeValue> item) {
    putInto(stack.output(output), item);
  }

  void putInto(String table, Map<String, AttributeValue> item) {
    dynamoDb.putItem(put -> put.tableName(table).item(item));
  }

  /** Makes a table that is not of the stack. */
  void create(String table, String key) {
    dynamoDb.createTable(
        create ->
            create
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName(key)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder().attributeName(key).keyType(KeyType.HASH).build()));
  }

  /**
   * Opens the days of an edition that were lived through once more, as the runbook tells how to.
   */
  void forgetTheDaysDone(CurrentEdition edition) {
    dynamoDb.updateItem(
        update ->
            update
                .tableName(stack.output("EditionsTable"))
                .key(Map.of("edition", AttributeValue.fromS(edition.key())))
                .updateExpression("REMOVE traite_jusqu_au"));
  }

  /** Sets one attribute, as an organiser would in the console. */
  void set(String output, String key, String value, String attribute, AttributeValue to) {
    dynamoDb.updateItem(
        update ->
            update
                .tableName(stack.output(output))
                .key(Map.of(key, AttributeValue.fromS(value)))
                .updateExpression("SET #attribute = :to")
                .expressionAttributeNames(Map.of("#attribute", attribute))
                .expressionAttributeValues(Map.of(":to", to)));
  }

  void delete(String output, String key, String value) {
    dynamoDb.deleteItem(
        delete ->
            delete.tableName(stack.output(output)).key(Map.of(key, AttributeValue.fromS(value))));
  }

  /** A statement as in the organisers' guide, on the tables of this stack. */
  List<Row> execute(String statement) {
    String named = statement;
    for (String table : List.of("Editions", "Registrations", "CoachingSlots", "Pairs", "Mails")) {
      named = named.replace("\"…" + table + "…\"", "\"" + stack.output(table + "Table") + "\"");
    }
    String filled = named;
    return dynamoDb.executeStatement(execute -> execute.statement(filled)).items().stream()
        .map(Row::new)
        .toList();
  }

  TableDescription describe(String output) {
    return dynamoDb.describeTable(describe -> describe.tableName(stack.output(output))).table();
  }

  /** What an index lists under one value of its first key. */
  List<Row> query(String output, String index, String attribute, String value) {
    return dynamoDb
        .queryPaginator(
            query ->
                query
                    .tableName(stack.output(output))
                    .indexName(index)
                    .keyConditionExpression("#key = :value")
                    .expressionAttributeNames(Map.of("#key", attribute))
                    .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value))))
        .items()
        .stream()
        .map(Row::new)
        .toList();
  }

  private List<Row> scan(String output) {
    return dynamoDb
        .scanPaginator(scan -> scan.tableName(stack.output(output)).consistentRead(true))
        .items()
        .stream()
        .map(Row::new)
        .toList();
  }

  /** One item. Its attributes are read by name; one that is absent is empty, or 0. */
  record Row(Map<String, AttributeValue> attributes) {
    Row {
      attributes = Map.copyOf(attributes);
    }

    boolean has(String name) {
      return attributes.containsKey(name);
    }

    String text(String name) {
      return find(name).map(AttributeValue::s).orElse("");
    }

    int number(String name) {
      return find(name).map(AttributeValue::n).map(Integer::parseInt).orElse(0);
    }

    double decimal(String name) {
      return find(name).map(AttributeValue::n).map(Double::parseDouble).orElse(0.0);
    }

    boolean flag(String name) {
      return find(name).map(AttributeValue::bool).orElse(false);
    }

    List<String> list(String name) {
      return find(name).stream()
          .flatMap(value -> value.l().stream())
          .map(AttributeValue::s)
          .toList();
    }

    Row with(String name, AttributeValue value) {
      Map<String, AttributeValue> changed = new LinkedHashMap<>(attributes);
      changed.put(name, value);
      return new Row(changed);
    }

    Row without(String name) {
      Map<String, AttributeValue> changed = new LinkedHashMap<>(attributes);
      changed.remove(name);
      return new Row(changed);
    }

    private Optional<AttributeValue> find(String name) {
      return Optional.ofNullable(attributes.get(name));
    }
  }
}
