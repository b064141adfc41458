package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.dynamodb.TemplateFile;
import fr.vismonjob.json.Json;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** A state that updates an item without a function, as Step Functions does it; texts only. */
record UpdateItemTask(DynamoDbClient client) implements RequestStreamHandler {
  static final String RESOURCE = "arn:aws:states:::dynamodb:updateItem";

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Map<String, Object> request = Json.readObject(event);
    try {
      client.updateItem(
          update ->
              update
                  .tableName(tableName(TemplateFile.textAt(request, "TableName")))
                  .key(texts(request, "Key"))
                  .updateExpression(TemplateFile.textAt(request, "UpdateExpression"))
                  .conditionExpression(TemplateFile.textAt(request, "ConditionExpression"))
                  .expressionAttributeValues(texts(request, "ExpressionAttributeValues")));
    } catch (DynamoDbException e) {
      throw new Machine.Failed("DynamoDB." + e.getClass().getSimpleName(), "" + e.getMessage());
    }
    Json.write(Map.of(), answer);
  }

  /** {@code ${EditionsTable}}, which the template fills in, is the table {@code Editions} here. */
  private static String tableName(String place) {
    return place.substring(2, place.length() - "Table}".length());
  }

  private static Map<String, AttributeValue> texts(Map<String, Object> request, String member) {
    return TemplateFile.mapAt(request, member).keySet().stream()
        .collect(
            Collectors.toMap(
                name -> name,
                name -> AttributeValue.fromS(TemplateFile.textAt(request, member, name, "S"))));
  }
}
