package fr.vismonjob.rights;

import fr.vismonjob.rights.Bytecode.Method;
import fr.vismonjob.rights.Bytecode.Step;
import fr.vismonjob.rights.Reach.Site;
import fr.vismonjob.rights.Reach.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rights that the code of a function needs, by the AWS calls that it can reach. */
final class CodeRights {
  private static final String SDK = "software/amazon/awssdk/services/";
  private static final Set<String> OF_EVERY_CLIENT = Set.of("builder", "create", "close");

  private static final Map<String, String> ON_TABLES =
      Map.of(
          "getItem", "GetItem",
          "putItem", "PutItem",
          "updateItem", "UpdateItem",
          "deleteItem", "DeleteItem",
          "query", "Query",
          "queryPaginator", "Query",
          "scan", "Scan",
          "scanPaginator", "Scan");

  /** A transaction needs for each of its items what the item would need alone. */
  private static final Map<String, String> IN_TRANSACTIONS =
      Map.of(
          "put", "PutItem",
          "update", "UpdateItem",
          "delete", "DeleteItem",
          "conditionCheck", "ConditionCheckItem");

  /** By it a table's class hands its items to another class. */
  private static final String ITEMS = "Lfr/vismonjob/dynamodb/ItemTable;";

  private static final String FILES = "fr/vismonjob/workflow/RunFiles";

  private static final Map<String, String> ON_FILES =
      Map.of(
          "delete", "s3:DeleteObject",
          "find", "s3:GetObject",
          "read", "s3:GetObject",
          "readJson", "s3:GetObject",
          "write", "s3:PutObject",
          "writeJson", "s3:PutObject",
          "writeBatches", "s3:PutObject");

  private static final String IN_REPORTS = "ReportBucket/rapports/*";

  /** Nothing else is ever deleted by a function. */
  private static final String LISTS = "ReportBucket/rapports/*/binomes.*";

  /** Beside the reports, for a function that may not read them: they name people. */
  private static final String COSTS = "ReportBucket/rapports/*/imposes.json";

  private static final String IN_FOLDERS_OF_RUNS = "ReportBucket/passages/*";

  /** A trial environment writes to some only, and its roles see to it as well. */
  private static final String TO_ALLOWED_RECIPIENTS =
      "if {ForAllValues:StringLike={ses:Recipients={Ref=AllowedRecipients}}}";

  private final Bytecode code;
  private final Template template;
  private final Map<String, String> variables;
  private final Map<String, String> tables;

  CodeRights(Bytecode code, Template template) {
    this.code = code;
    this.template = template;
    this.variables = template.variables();
    this.tables = tables();
  }

  /** A class that is made with a variable that names a table works on that table. */
  private Map<String, String> tables() {
    Set<String> known = template.ofType("AWS::DynamoDB::Table").keySet();
    Map<String, String> found = new HashMap<>();
    for (Bytecode.Type type : code.classes().values()) {
      for (List<Step> steps : type.methods().values()) {
        String table = "";
        for (Step step : steps) {
          if (step instanceof Step.Text(String text)
              && known.contains(variables.getOrDefault(text, ""))) {
            table = variables.get(text);
          } else if (!table.isEmpty()
              && step instanceof Step.Call(Method made, _)
              && made.isConstructor()
              && !isHelper(made.owner())) {
            String other = found.put(made.owner(), table);
            if (other != null && !other.equals(table)) {
              throw new AssertionError(made.owner() + " works on " + other + " and " + table);
            }
            table = "";
          }
        }
      }
    }
    found.putAll(ofItems(found));
    return found;
  }

  /** A class to which a table's class hands its items works on that table as well. */
  private Map<String, String> ofItems(Map<String, String> tables) {
    Map<String, String> found = new HashMap<>();
    tables.forEach(
        (type, table) ->
            code.classes().get(type).methods().values().stream()
                .flatMap(List::stream)
                .forEach(
                    step -> {
                      if (step instanceof Step.Call(Method made, _)
                          && made.isConstructor()
                          && made.signature().contains(ITEMS)) {
                        found.put(made.owner(), table);
                      }
                    }));
    return found;
  }

  private static boolean isHelper(String type) {
    return type.startsWith("fr/vismonjob/dynamodb/");
  }

  Set<Right> of(String handler) {
    Set<Visit> visits =
        new Reach(code, tables, CodeRights::isHelper).from(handler.replace('.', '/'));
    Set<Site> byIndex =
        visits.stream()
            .filter(visit -> calls(visit).anyMatch(call -> call.name().equals("indexName")))
            .map(Visit::site)
            .collect(Collectors.toSet());
    Set<Right> rights = new TreeSet<>();
    for (Visit visit : visits) {
      if (code.isA(visit.method().owner(), FILES)) {
        continue;
      }
      calls(visit).forEach(call -> rights.addAll(rights(call, visit, byIndex)));
      rights.addAll(onFiles(visit.method()));
    }
    // Whoever may do so with all that lies among the reports needs no right of its own.
    rights.removeIf(
        right ->
            right.resource().equals(COSTS)
                && rights.contains(new Right(right.action(), IN_REPORTS)));
    return rights;
  }

  private Stream<Method> calls(Visit visit) {
    return code.steps(visit.method()).stream()
        .flatMap(
            step -> step instanceof Step.Call(Method called, _) ? Stream.of(called) : Stream.of())
        .filter(called -> called.owner().startsWith(SDK));
  }

  private Set<Right> rights(Method call, Visit visit, Set<Site> byIndex) {
    String client = call.owner().substring(SDK.length());
    if (client.equals("dynamodb/model/TransactWriteItem$Builder")) {
      String action = IN_TRANSACTIONS.get(call.name());
      return action == null ? Set.of() : onTable(action, visit.site(), Set.of());
    }
    if (!client.endsWith("Client") || OF_EVERY_CLIENT.contains(call.name())) {
      return Set.of();
    }
    if (client.equals("dynamodb/DynamoDbClient")) {
      return call.name().equals("transactWriteItems")
          ? Set.of()
          : onTable(known(ON_TABLES, call), visit.site(), byIndex);
    }
    return switch (client + " " + call.name()) {
      case "ses/SesClient getSendQuota" -> Set.of(new Right("ses:GetSendQuota", "*"));
      case "ses/SesClient sendRawEmail" ->
          Set.of(
              new Right("ses:SendRawEmail", "identity/*", TO_ALLOWED_RECIPIENTS),
              new Right(
                  "ses:SendRawEmail",
                  "configuration-set/" + variables.get("MAIL_EVENTS"),
                  TO_ALLOWED_RECIPIENTS));
      case "secretsmanager/SecretsManagerClient getSecretValue" ->
          Set.of(new Right("secretsmanager:GetSecretValue", variable(visit.method())));
      default -> throw unknown(call);
    };
  }

  private static String known(Map<String, String> actions, Method call) {
    String action = actions.get(call.name());
    if (action == null) {
      throw unknown(call);
    }
    return action;
  }

  private static AssertionError unknown(Method call) {
    return new AssertionError("CodeRights does not know which rights " + call + " needs");
  }

  private Set<Right> onTable(String action, Site site, Set<Site> byIndex) {
    if (!site.isTable()) {
      throw new AssertionError(action + " is called by a class whose table is not known");
    }
    if (!byIndex.contains(site) || !Set.of("Query", "Scan").contains(action)) {
      return Set.of(new Right("dynamodb:" + action, site.table()));
    }
    Set<String> indexes = texts(site.method());
    indexes.retainAll(template.indexesOf(site.table()));
    if (indexes.isEmpty()) {
      throw new AssertionError(site.method() + " names no index of " + site.table());
    }
    return indexes.stream()
        .map(index -> new Right("dynamodb:" + action, site.table() + "/index/" + index))
        .collect(Collectors.toSet());
  }

  /** A key begins with the prefix of the reports, or is of the run's folder. */
  private Set<Right> onFiles(Method method) {
    Set<Right> rights = new TreeSet<>();
    Set<String> textsBefore = new TreeSet<>();
    for (Step step : code.steps(method)) {
      switch (step) {
        case Step.Text(String text) -> textsBefore.add(text);
        case Step.Call(Method call, _) when call.owner().equals(FILES) -> {
          String action = known(ON_FILES, call);
          rights.add(
              new Right(action, action.equals("s3:DeleteObject") ? LISTS : files(textsBefore)));
          textsBefore.clear();
        }
        case Step.Call(Method call, _) when call.owner().equals(method.owner()) ->
            code.declared(call).map(this::texts).ifPresent(textsBefore::addAll);
        default -> {}
      }
    }
    return rights;
  }

  private static String files(Set<String> texts) {
    return texts.stream()
        .filter(text -> text.startsWith("rapports/"))
        .map(text -> text.endsWith("/imposes.json") ? COSTS : IN_REPORTS)
        .findFirst()
        .orElse(IN_FOLDERS_OF_RUNS);
  }

  private String variable(Method method) {
    Set<String> found = texts(method);
    found.retainAll(variables.keySet());
    if (found.size() != 1) {
      throw new AssertionError(method + " should name one variable, and names " + found);
    }
    return variables.get(found.iterator().next());
  }

  /** Those of the method and of the lambdas that it makes. */
  private Set<String> texts(Method method) {
    Set<String> texts = new TreeSet<>();
    for (Step step : code.steps(method)) {
      switch (step) {
        case Step.Text(String text) -> texts.add(text);
        case Step.Lambda(Method body, _) when body.name().startsWith("lambda$") ->
            texts.addAll(texts(body));
        default -> {}
      }
    }
    return texts;
  }
}
