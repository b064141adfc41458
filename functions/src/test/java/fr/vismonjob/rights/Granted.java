package fr.vismonjob.rights;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a template's policies grant, by their holder: a role or a state machine, of which SAM makes
 * a role; {@code X, assumed} for who may assume the role X; {@code X, shared} for what the resource
 * X lets others do.
 */
final class Granted {
  private static final Set<String> KNOWN =
      Set.of("Effect", "Principal", "Action", "Resource", "Condition");

  private final SortedMap<String, Set<Right>> rights = new TreeMap<>();

  private Granted() {}

  static SortedMap<String, Set<Right>> by(Template template) {
    Granted granted = new Granted();
    template
        .ofType("AWS::IAM::Role")
        .forEach(
            (name, role) -> {
              granted.add(assumed(name), TemplateFile.mapAt(role, "AssumeRolePolicyDocument"));
              granted.addManaged(name, role);
              if (role.containsKey("Policies")) {
                TemplateFile.mapsAt(role, "Policies")
                    .forEach(
                        policy -> granted.add(name, TemplateFile.mapAt(policy, "PolicyDocument")));
              }
            });
    template
        .ofType("AWS::Serverless::StateMachine")
        .forEach(
            (name, machine) ->
                TemplateFile.mapsAt(machine, "Policies")
                    .forEach(policy -> granted.add(name, policy)));
    template
        .ofType("AWS::SNS::TopicPolicy")
        .values()
        .forEach(
            policy -> granted.addShared((Collection<?>) TemplateFile.at(policy, "Topics"), policy));
    template
        .ofType("AWS::S3::BucketPolicy")
        .values()
        .forEach(policy -> granted.addShared(List.of(TemplateFile.at(policy, "Bucket")), policy));
    return granted.rights;
  }

  static String assumed(String role) {
    return role + ", assumed";
  }

  static String shared(String resource) {
    return resource + ", shared";
  }

  private void addManaged(String role, Map<String, Object> properties) {
    for (Object policy : (List<?>) properties.getOrDefault("ManagedPolicyArns", List.of())) {
      add(role, managed(Template.named(policy)));
    }
  }

  /** All that a policy of AWS's grants. */
  static Right managed(String policy) {
    return new Right("whatever is in", policy);
  }

  private void addShared(Collection<?> resources, Map<String, Object> policy) {
    resources.forEach(
        resource ->
            add(shared(Template.named(resource)), TemplateFile.mapAt(policy, "PolicyDocument")));
  }

  private void add(String holder, Map<String, Object> document) {
    for (Map<String, Object> statement : TemplateFile.mapsAt(document, "Statement")) {
      for (Object action : Template.all(TemplateFile.at(statement, "Action"))) {
        for (Object resource : Template.all(statement.getOrDefault("Resource", "itself"))) {
          for (String terms : terms(statement)) {
            add(holder, new Right(action.toString(), Template.named(resource), terms));
          }
        }
      }
    }
  }

  /** What is granted twice is superfluous once. */
  private void add(String holder, Right right) {
    if (!rights.computeIfAbsent(holder, _ -> new TreeSet<>()).add(right)) {
      add(holder, new Right(right.action(), right.resource(), right.terms() + " (again)"));
    }
  }

  /** One for each of those to whom the statement applies. */
  private static List<String> terms(Map<String, Object> statement) {
    if (!KNOWN.containsAll(statement.keySet())) {
      throw new AssertionError("there is more in a statement than is judged: " + statement);
    }
    String effect = statement.get("Effect").equals("Allow") ? "" : "denied ";
    String condition =
        statement.containsKey("Condition")
            ? " if " + sorted(TemplateFile.mapAt(statement, "Condition"))
            : "";
    return principals(statement.get("Principal")).stream()
        .map(principal -> (effect + principal + condition).strip())
        .toList();
  }

  private static List<String> principals(Object principal) {
    return switch (principal) {
      case Map<?, ?> kinds ->
          kinds.entrySet().stream()
              .flatMap(
                  kind ->
                      Template.all(kind.getValue()).stream().map(who -> kind.getKey() + " " + who))
              .toList();
      case String everybody -> List.of(everybody);
      case null, default -> List.of("");
    };
  }

  private static Map<String, Object> sorted(Map<String, Object> condition) {
    Map<String, Object> sorted = new TreeMap<>();
    condition.forEach((operator, keys) -> sorted.put(operator, new TreeMap<>((Map<?, ?>) keys)));
    return sorted;
  }
}
