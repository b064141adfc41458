package fr.vismonjob.e2e;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Everything that the stack keeps: tables, files, queues, and what executions said to each other.
 */
final class Stores {
  private static final int MOST_MESSAGES = 200;

  private final Map<String, List<String>> texts = new TreeMap<>();

  private Stores() {}

  /** Reads them all. */
  static Stores read(Stack stack) {
    Stores stores = new Stores();
    DynamoDbClient tables = stack.client(DynamoDbClient.builder());
    for (String table : tables.listTables().tableNames()) {
      stores.texts.put(
          "table " + table,
          tables.scanPaginator(scan -> scan.tableName(table)).items().stream()
              .map(Object::toString)
              .toList());
    }
    S3Client files = stack.client(S3Client.builder().forcePathStyle(true));
    String bucket = stack.output("ReportBucket");
    stores.texts.put(
        "bucket",
        files.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
            .map(file -> files.getObjectAsBytes(get -> get.bucket(bucket).key(file.key())))
            .map(bytes -> bytes.asString(java.nio.charset.StandardCharsets.UTF_8))
            .toList());
    SqsClient queues = stack.client(SqsClient.builder());
    for (String queue : queues.listQueues().queueUrls()) {
      stores.texts.put("queue " + queue, messages(queues, queue));
    }
    SfnClient states = stack.client(SfnClient.builder());
    stores.texts.put(
        "executions",
        states.listStateMachines().stateMachines().stream()
            .flatMap(
                machine ->
                    states
                        .listExecutionsPaginator(
                            list -> list.stateMachineArn(machine.stateMachineArn()))
                        .executions()
                        .stream())
            .flatMap(execution -> events(states, execution))
            .toList());
    return stores;
  }

  /** Looks at the messages and leaves them where they are. */
  private static List<String> messages(SqsClient queues, String queue) {
    return Stream.generate(
            () ->
                queues
                    .receiveMessage(
                        receive ->
                            receive.queueUrl(queue).maxNumberOfMessages(10).visibilityTimeout(1))
                    .messages())
        .limit(MOST_MESSAGES / 10)
        .takeWhile(some -> !some.isEmpty())
        .flatMap(List::stream)
        .map(Object::toString)
        .toList();
  }

  private static Stream<String> events(SfnClient states, ExecutionListItem execution) {
    return states
        .getExecutionHistoryPaginator(
            get -> get.executionArn(execution.executionArn()).includeExecutionData(true))
        .events()
        .stream()
        .map(Object::toString);
  }

  /** The names of the stores in which one of these texts stands. */
  List<String> telling(List<String> traces) {
    return texts.entrySet().stream()
        .filter(
            store ->
                store.getValue().stream()
                    .anyMatch(text -> traces.stream().anyMatch(text::contains)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  /** How many stores of this kind hold anything. */
  long filled(String kind) {
    return texts.entrySet().stream()
        .filter(store -> store.getKey().startsWith(kind) && !store.getValue().isEmpty())
        .count();
  }
}
