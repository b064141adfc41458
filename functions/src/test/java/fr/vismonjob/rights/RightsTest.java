package fr.vismonjob.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each policy of the template grants what is needed, and no more. The local stack refuses what a
 * role does not allow as well, but only on the paths that a test walks there, and it looks at no
 * policy of a resource.
 */
class RightsTest {
  private static final Template TEMPLATE = Template.deployed();
  private static final Comparison NEEDED = Comparison.withNeedsOf(TEMPLATE);

  private static Set<String> holders() {
    return NEEDED.with(TEMPLATE).keySet();
  }

  @ParameterizedTest
  @MethodSource("holders")
  void what_is_needed_is_granted_and_nothing_else(String holder) {
    assertEquals(Difference.NONE, NEEDED.with(TEMPLATE).get(holder));
  }

  /** The comparison itself is tested: it tells of each part of each policy that is changed. */
  @Test
  void every_change_of_a_policy_is_noticed() {
    List<Mutation> mutations = Mutation.allOf(TEMPLATE);
    assertTrue(mutations.size() > 500, mutations.size() + " changes tried");
    assertEquals(
        List.of(),
        mutations.stream()
            .filter(mutation -> isAllWell(mutation.template()))
            .map(Mutation::what)
            .toList());
  }

  private static boolean isAllWell(Template template) {
    return NEEDED.with(template).values().stream().allMatch(Difference.NONE::equals);
  }
}
