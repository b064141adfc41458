package fr.vismonjob.rights;

import fr.vismonjob.rights.Bytecode.Method;
import fr.vismonjob.rights.Bytecode.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a function can reach from its handler: rapid type analysis. A call of an interface reaches
 * those classes only of which an object is made on the way.
 *
 * <p>A lambda counts as called where it is made, with one exception. One that is handed to a
 * constructor of ours, as with a key that is read when first asked for, counts from when the field
 * is read that holds it, or holds what was made of it. If that field is not found, it counts from
 * when any method of that class is called.
 */
final class Reach {
  /**
   * A method, and the method of a table that it works for: its own, or the one that called a helper
   * that any table may use. None if no table asked.
   */
  record Visit(Method method, Site site) {}

  record Site(String table, Method method) {
    static final Site NONE = new Site("", new Method("", "()"));

    boolean isTable() {
      return !table.isEmpty();
    }
  }

  /** The function has it itself, or from an interface. */
  private static final String HANDLE =
      "handleRequest(Ljava/io/InputStream;Ljava/io/OutputStream;"
          + "Lcom/amazonaws/services/lambda/runtime/Context;)V";

  private final Bytecode code;
  private final Map<String, String> tables;
  private final Predicate<String> isHelper;

  private final Set<Visit> visits = new LinkedHashSet<>();
  private final Set<String> made = new LinkedHashSet<>();

  /** Classes of which a method is called, and fields that are read. */
  private final Set<String> used = new LinkedHashSet<>();

  private final Map<String, Set<Visit>> handedTo = new HashMap<>();
  private final Deque<Visit> open = new ArrayDeque<>();

  /**
   * @param tables which class works on which table
   * @param isHelper whether a class works for the table that calls it
   */
  Reach(Bytecode code, Map<String, String> tables, Predicate<String> isHelper) {
    this.code = code;
    this.tables = tables;
    this.isHelper = isHelper;
  }

  /** All visits, from the handler's constructor and methods on. */
  Set<Visit> from(String handler) {
    make(handler);
    visit(new Method(handler, "<init>()V"), Site.NONE);
    reach(new Method(handler, HANDLE), Site.NONE);
    int before;
    do {
      before = visits.size() + made.size() + used.size();
      open.addAll(visits);
      while (!open.isEmpty()) {
        walk(open.remove());
      }
    } while (visits.size() + made.size() + used.size() > before);
    return visits;
  }

  private void visit(Method method, Site from) {
    String owner = method.owner();
    Site site =
        tables.containsKey(owner)
            ? from.method().owner().equals(owner) && method.name().startsWith("lambda$")
                ? from
                : new Site(tables.get(owner), method)
            : isHelper.test(owner) ? from : Site.NONE;
    Visit visit = new Visit(method, site);
    if (visits.add(visit)) {
      open.add(visit);
    }
  }

  private void walk(Visit visit) {
    List<Step> steps = code.steps(visit.method());
    for (int at = 0; at < steps.size(); at++) {
      switch (steps.get(at)) {
        case Step.New made -> make(made.type());
        case Step.Call call -> call(call.method(), call.isExact(), visit.site());
        case Step.Lambda lambda -> {
          Visit body = new Visit(lambda.body(), visit.site());
          Set<String> holders = holders(lambda, steps.subList(at + 1, steps.size()));
          if (holders.isEmpty() || holders.stream().anyMatch(used::contains)) {
            call(body.method(), false, body.site());
          } else {
            holders.forEach(
                holder -> handedTo.computeIfAbsent(holder, _ -> new LinkedHashSet<>()).add(body));
          }
        }
        case Step.Read read -> use(read.field());
        case Step.Text _, Step.Load _, Step.Write _ -> {}
      }
    }
  }

  /** The fields in which the lambda ends, or the class that has it; none if it goes elsewhere. */
  private Set<String> holders(Step.Lambda lambda, List<Step> rest) {
    int later = 0; // of the same type, to be taken before it
    for (int at = 0; at < rest.size(); at++) {
      switch (rest.get(at)) {
        case Step.Lambda other when other.type().equals(lambda.type()) -> later++;
        case Step.Call(Method taker, _) -> {
          int taken = taker.takes(lambda.type());
          if (taken > later) {
            return !taker.isConstructor() || !code.isOurs(taker.owner())
                ? Set.of()
                : written(rest, at + 1)
                    .map(Set::of)
                    .orElse(fields(taker, lambda.type(), taken - 1 - later));
          }
          later += (taker.returns(lambda.type()) ? 1 : 0) - taken;
        }
        default -> {}
      }
    }
    return Set.of();
  }

  /** Where a constructor puts its parameter: into fields as it is, or within a new object. */
  private Set<String> fields(Method constructor, String type, int parameter) {
    Step load = new Step.Load(constructor.variables(type).get(parameter));
    List<Step> steps = code.steps(constructor);
    Set<String> fields = new LinkedHashSet<>();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).equals(load)) {
        int at = i;
        fields.add(
            written(steps, at + 1)
                .or(() -> written(steps, at + 2).filter(_ -> makes(steps.get(at + 1))))
                .orElse(constructor.owner()));
      }
    }
    return fields;
  }

  private static Optional<String> written(List<Step> steps, int at) {
    return at < steps.size() && steps.get(at) instanceof Step.Write(String field)
        ? Optional.of(field)
        : Optional.empty();
  }

  private boolean makes(Step step) {
    return step instanceof Step.Call(Method made, _)
        && made.isConstructor()
        && code.isOurs(made.owner());
  }

  private void call(Method method, boolean isExact, Site site) {
    if (method.isConstructor()) {
      make(method.owner());
    }
    initialize(method.owner());
    if (!isExact) {
      for (String type : List.copyOf(made)) {
        if (code.isA(type, method.owner())) {
          reach(new Method(type, method.signature()), site);
        }
      }
    }
    reach(method, site);
  }

  private void reach(Method method, Site site) {
    code.declared(method)
        .ifPresent(
            declared -> {
              if (!declared.isConstructor()) {
                use(method.owner());
                use(declared.owner());
              }
              visit(declared, site);
            });
  }

  /** Static methods count as well, which reaches too much rather than too little. */
  private void use(String classOrField) {
    if (used.add(classOrField)) {
      List.copyOf(handedTo.getOrDefault(classOrField, Set.of()))
          .forEach(body -> call(body.method(), false, body.site()));
    }
  }

  private void make(String type) {
    if (code.isOurs(type) && made.add(type)) {
      initialize(type);
      code.callbacks(type).forEach(callback -> reach(callback, Site.NONE));
    }
  }

  private void initialize(String type) {
    Method initializer = new Method(type, "<clinit>()V");
    if (code.isOurs(type) && code.classes().get(type).methods().containsKey("<clinit>()V")) {
      visit(initializer, Site.NONE);
    }
  }
}
