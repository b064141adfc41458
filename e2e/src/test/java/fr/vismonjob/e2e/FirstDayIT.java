package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.STACK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The checks for the first day on AWS, on the stack of this machine. */
class FirstDayIT {
  private static Set<String> named(String state, String told) {
    return Pattern.compile("^" + state + " +([^:]+):", Pattern.MULTILINE)
        .matcher(told)
        .results()
        .map((MatchResult line) -> line.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void nothing_fails_before_the_deployment_and_what_only_aws_knows_is_skipped_by_name() {
    String told = new Operator(STACK).run("make aws-preflight");
    assertEquals(Set.of(), named("FAILS", told), told);
    assertTrue(named("skipped", told).contains("SES sandbox"), told);
    assertTrue(
        named("ok", told)
            .containsAll(Set.of("Caller", "Concurrency", "Stack", "Sender verified", "Edition")),
        told);
  }

  @Test
  void everything_that_this_machine_can_try_works_after_the_deployment() {
    String told = new Operator(STACK).run("make aws-smoke");
    assertEquals(Set.of("429", "Policies"), named("skipped", told), told);
    assertEquals(
        Set.of(
            "Pages",
            "Assets",
            "Unknown addresses",
            "Stages",
            "Matching of nobody",
            "A day of nobody",
            "Bounce",
            "Rights"),
        named("ok", told),
        told);
  }
}
