package sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Answers with one item, as the published samples do. */
public final class SampleFunction
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  /** An item, as databind writes it. */
  public record Edition(String id, String day, String from, String until) {}

  private final DynamoDbClient dynamoDb = DynamoDbClient.create();
  private final ObjectMapper json = new ObjectMapper();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent request, Context context) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(
                get ->
                    get.tableName(System.getenv("EDITIONS_TABLE"))
                        .key(Map.of("edition", AttributeValue.fromS("2026"))))
            .item();
    Edition edition =
        new Edition(
            item.get("edition").s(),
            item.get("jour").s(),
            item.get("inscriptions_du").s(),
            item.get("inscriptions_au").s());
    try {
      return new APIGatewayProxyResponseEvent()
          .withStatusCode(200)
          .withBody(json.writeValueAsString(edition));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
