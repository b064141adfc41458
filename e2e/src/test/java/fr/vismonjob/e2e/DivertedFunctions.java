package fr.vismonjob.e2e;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;

/**
 * Functions whose calls to DynamoDB go to another address for a while. The SDK reads it from a
 * variable of its own, so the functions and the template know nothing of it; the alias that all
 * calls go through names a version with that variable, and the one before it again at the end.
 */
final class DivertedFunctions implements AutoCloseable {
  private static final String ALIAS = "live";

  private final LambdaClient lambda;

  /** What the alias named before, by function. */
  private final Map<String, String> before = new LinkedHashMap<>();

  DivertedFunctions(Stack stack, String address, List<String> functions) {
    lambda = stack.client(LambdaClient.builder());
    String prefix = stack.output("ReportFunction").replaceFirst("ReportFunction-.*", "");
    lambda.listFunctionsPaginator().functions().stream()
        .filter(each -> functions.contains(logicalName(each, prefix)))
        .forEach(each -> divert(each, address));
    if (before.size() != functions.size()) {
      throw new IllegalStateException("not all there: " + functions + ", but " + before.keySet());
    }
  }

  private static String logicalName(FunctionConfiguration function, String prefix) {
    String name = function.functionName();
    return name.startsWith(prefix)
        ? name.substring(prefix.length()).replaceFirst("-[^-]*$", "")
        : "";
  }

  private void divert(FunctionConfiguration function, String address) {
    String name = function.functionName();
    Map<String, String> variables = new HashMap<>(function.environment().variables());
    before.put(name, lambda.getAlias(get -> get.functionName(name).name(ALIAS)).functionVersion());
    configure(name, with(variables, address));
    String version = lambda.publishVersion(publish -> publish.functionName(name)).version();
    lambda.updateAlias(update -> update.functionName(name).name(ALIAS).functionVersion(version));
    configure(name, variables);
  }

  private static Map<String, String> with(Map<String, String> variables, String address) {
    Map<String, String> diverted = new HashMap<>(variables);
    diverted.put("AWS_ENDPOINT_URL_DYNAMODB", address);
    return diverted;
  }

  private void configure(String name, Map<String, String> variables) {
    lambda.updateFunctionConfiguration(
        update -> update.functionName(name).environment(to -> to.variables(variables)));
    Waiting.until(
        name + " is configured",
        Duration.ofSeconds(30),
        () ->
            Optional.of(lambda.getFunctionConfiguration(get -> get.functionName(name)))
                .filter(now -> now.lastUpdateStatus() == LastUpdateStatus.SUCCESSFUL));
  }

  @Override
  public void close() {
    before.forEach(
        (name, version) ->
            lambda.updateAlias(
                update -> update.functionName(name).name(ALIAS).functionVersion(version)));
    lambda.close();
  }
}
