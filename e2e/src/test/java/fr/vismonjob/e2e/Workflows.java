package fr.vismonjob.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Starts the workflows as the scheduler or an operator would, and waits for their end. */
final class Workflows {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final SfnClient states;
  private final String daily;
  private final String matching;
  private final String mailing;

  Workflows(Stack stack) {
    this.daily = stack.output("DailyWorkflow");
    this.matching = stack.output("MatchingWorkflow");
    this.mailing = stack.output("MailingWorkflow");
    this.states = stack.client(SfnClient.builder());
  }

  Outcome run(String edition, LocalDate today) {
    return run(Json.write(Map.of("edition", edition, "today", today.toString())));
  }

  Outcome run(String input) {
    return run(daily, input);
  }

  /** Sends the mails that wait. */
  Outcome mail(String edition, LocalDate today) {
    return run(mailing, Json.write(Map.of("edition", edition, "today", today.toString())));
  }

  /** Sends the mails that wait, and before them everybody's link anew. */
  Outcome mailLinks(String edition, LocalDate today) {
    return run(
        mailing,
        Json.write(Map.of("edition", edition, "today", today.toString(), "nouveaux_liens", true)));
  }

  /**
   * How the execution ended that somebody started.
   *
   * @param started what the AWS command line said at its start
   */
  Outcome end(String started) {
    Object execution =
        Json.member(Json.object(started.getBytes(StandardCharsets.UTF_8)), "executionArn");
    return ended(String.valueOf(execution));
  }

  /** Runs a workflow that is not of the stack, with the rights of the matching workflow. */
  void runOnce(String name, Map<String, Object> definition) {
    String arn =
        states
            .createStateMachine(
                create ->
                    create
                        .name(name + "-" + UUID.randomUUID())
                        .definition(Json.write(definition))
                        .roleArn(matchingWorkflow().roleArn()))
            .stateMachineArn();
    try {
      Outcome outcome = run(arn, "{}");
      assertTrue(outcome.succeeded(), outcome.toString());
    } finally {
      states.deleteStateMachine(delete -> delete.stateMachineArn(arn));
    }
  }

  /** The function that a step of the matching workflow calls. */
  String functionOfMatching(String state) {
    Object definition =
        Json.object(matchingWorkflow().definition().getBytes(StandardCharsets.UTF_8));
    return Json.member(Json.member(Json.member(definition, "States"), state), "Resource")
        .toString();
  }

  private DescribeStateMachineResponse matchingWorkflow() {
    return states.describeStateMachine(describe -> describe.stateMachineArn(matching));
  }

  /** A morning as the scheduler starts it at this moment. */
  Outcome morning(Instant scheduled) {
    return run(
        daily.replaceFirst("-daily$", "-schedule"),
        Json.write(Map.of("scheduled", scheduled.toString())));
  }

  private Outcome run(String machine, String input) {
    return ended(
        states.startExecution(start -> start.stateMachineArn(machine).input(input)).executionArn());
  }

  private Outcome ended(String execution) {
    return Waiting.until(
        "end of the workflow",
        LONGEST,
        () ->
            Optional.of(states.describeExecution(describe -> describe.executionArn(execution)))
                .filter(state -> state.status() != ExecutionStatus.RUNNING)
                .map(Outcome::of));
  }

  /** How a run ended; without an error, {@code error} and {@code cause} are empty. */
  record Outcome(ExecutionStatus status, String error, String cause) {
    static Outcome of(DescribeExecutionResponse state) {
      return new Outcome(
          state.status(),
          Optional.ofNullable(state.error()).orElse(""),
          Optional.ofNullable(state.cause()).orElse(""));
    }

    boolean succeeded() {
      return status == ExecutionStatus.SUCCEEDED;
    }

    boolean failed() {
      return status == ExecutionStatus.FAILED;
    }
  }
}
