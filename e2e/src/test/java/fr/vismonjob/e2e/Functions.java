package fr.vismonjob.e2e;

import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Calls a function, as an operator would in the console. */
final class Functions {
  private final LambdaClient lambda;
  private final Stack stack;

  Functions(Stack stack) {
    this.stack = stack;
    this.lambda = stack.client(LambdaClient.builder());
  }

  /**
   * @param output of the stack that names the function
   */
  Map<String, Object> call(String output, Map<String, Object> event) {
    InvokeResponse response =
        lambda.invoke(
            invoke ->
                invoke
                    .functionName(stack.output(output))
                    .payload(SdkBytes.fromUtf8String(Json.write(event))));
    if (response.functionError() != null) {
      throw new AssertionError(output + ": " + response.payload().asUtf8String());
    }
    return Json.object(response.payload().asByteArray());
  }
}
