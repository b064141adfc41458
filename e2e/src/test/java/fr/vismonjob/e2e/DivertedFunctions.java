package fr.vismonjob.e2e;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;

/**
 * Functions whose calls to DynamoDB go to another address for a while. The SDK reads it from a
 * variable of its own, so the functions and the template know nothing of it. A function that is
 * called by an alias gets a version with that variable for the alias to name.
 */
final class DivertedFunctions implements AutoCloseable {
  private static final String ALIAS = "live";

  private final LambdaClient lambda;

  private final Map<String, Before> before = new LinkedHashMap<>();

  /**
   * @param version what the alias named; empty for a function that is called by its own name
   */
  private record Before(Map<String, String> variables, Optional<String> version) {}

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
    Map<String, String> variables = function.environment().variables();
    Optional<String> version =
        lambda.listAliases(list -> list.functionName(name)).aliases().stream()
            .filter(alias -> alias.name().equals(ALIAS))
            .map(AliasConfiguration::functionVersion)
            .findAny();
    before.put(name, new Before(variables, version));
    configure(name, with(variables, address));
    if (version.isPresent()) {
      nameByAlias(name, lambda.publishVersion(publish -> publish.functionName(name)).version());
    }
  }

  private void nameByAlias(String name, String version) {
    lambda.updateAlias(update -> update.functionName(name).name(ALIAS).functionVersion(version));
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
        () ->
            Optional.of(lambda.getFunctionConfiguration(get -> get.functionName(name)))
                .filter(now -> now.lastUpdateStatus() == LastUpdateStatus.SUCCESSFUL));
  }

  @Override
  public void close() {
    before.forEach(
        (name, was) -> {
          configure(name, was.variables());
          was.version().ifPresent(version -> nameByAlias(name, version));
        });
    lambda.close();
  }
}
