package fr.vismonjob.rights;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what is needed with what a template grants.
 *
 * @param needed by the holders of policies (see {@link Granted})
 */
record Comparison(SortedMap<String, Set<Right>> needed) {
  static Comparison withNeedsOf(Template template) {
    SortedMap<String, Set<Right>> needed = new TreeMap<>();
    for (Map<String, Set<Right>> some :
        List.of(
            FunctionNeeds.byRole(template),
            WorkflowNeeds.byMachine(template),
            ResourceNeeds.of(template))) {
      needed.putAll(some);
    }
    return new Comparison(needed);
  }

  SortedMap<String, Difference> with(Template template) {
    SortedMap<String, Set<Right>> granted = Granted.by(template);
    SortedSet<String> holders = new TreeSet<>(granted.keySet());
    holders.addAll(needed.keySet());
    SortedMap<String, Difference> differences = new TreeMap<>();
    for (String holder : holders) {
      differences.put(
          holder,
          Difference.between(
              needed.getOrDefault(holder, Set.of()), granted.getOrDefault(holder, Set.of())));
    }
    return differences;
  }
}
