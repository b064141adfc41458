package fr.vismonjob.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Starts the workflows as the scheduler or an operator would, and waits for their end. */
final class Workflows {
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
    return run(input(edition, today));
  }

  Outcome run(String input) {
    return run(daily, input);
  }

  /** Publishes what organisers have agreed to without waiting for the morning, and matches. */
  Outcome match(String edition, LocalDate today) {
    return run(matching, input(edition, today));
  }

  /** Sends the mails that wait. */
  Outcome mail(String edition, LocalDate today) {
    return run(mailing, input(edition, today));
  }

  /** Sends the mails that wait, and before them everybody's link anew. */
  Outcome mailLinks(String edition, LocalDate today) {
    return run(
        mailing,
        Json.write(Map.of("edition", edition, "today", today.toString(), "nouveaux_liens", true)));
  }

  private static String input(String edition, LocalDate today) {
    return Json.write(Map.of("edition", edition, "today", today.toString()));
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
