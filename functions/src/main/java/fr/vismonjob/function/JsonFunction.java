package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.json.Json;
import fr.vismonjob.workflow.JsonInput;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** A function that no browser calls: a JSON object comes in, another goes out. */
interface JsonFunction extends RequestStreamHandler {
  Map<String, ?> handle(JsonInput input, Context context);

  @Override
  default void handleRequest(InputStream event, OutputStream answer, Context context) {
    Json.write(handle(JsonInput.read(event), context), answer);
  }
}
