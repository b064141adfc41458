package fr.vismonjob.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.TemplateFile;
import fr.vismonjob.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the state machines as Step Functions would, and the template that fills them in. */
final class WorkflowDefinitionsTest {
  private static final Set<String> ENDS = Set.of("Succeed", "Fail");

  /** What is tried again of the start of another workflow: its own failure is not. */
  private static final List<String> NOT_STARTED =
      List.of(
          "StepFunctions.ExecutionLimitExceeded",
          "StepFunctions.SdkClientException",
          "StepFunctions.SfnException");

  private record Machine(Map<String, Object> definition, boolean isTop) {
    Map<String, Object> states() {
      return TemplateFile.mapAt(definition, "States");
    }

    Map<String, Object> state(String name) {
      return TemplateFile.mapAt(definition, "States", name);
    }
  }

  private static String text(String workflow) throws IOException {
    return Files.readString(Path.of("..", "workflows", workflow + ".asl.json"));
  }

  /** The machine and those inside its maps. */
  private static List<Machine> machines(String workflow) throws IOException {
    List<Machine> all = new ArrayList<>();
    Deque<Machine> open = new ArrayDeque<>();
    open.add(new Machine(Json.readObject(text(workflow).getBytes(StandardCharsets.UTF_8)), true));
    while (!open.isEmpty()) {
      Machine machine = open.remove();
      all.add(machine);
      machine
          .states()
          .keySet()
          .forEach(
              name -> {
                if ("Map".equals(machine.state(name).get("Type"))) {
                  open.add(
                      new Machine(TemplateFile.mapAt(machine.state(name), "ItemProcessor"), false));
                }
              });
    }
    return all;
  }

  private static Set<String> next(Map<String, Object> state) {
    Set<String> next = new TreeSet<>();
    for (String name : List.of("Next", "Default")) {
      if (state.get(name) instanceof String to) {
        next.add(to);
      }
    }
    for (String name : List.of("Choices", "Catch")) {
      if (state.containsKey(name)) {
        TemplateFile.mapsAt(state, name).forEach(way -> next.add(TemplateFile.textAt(way, "Next")));
      }
    }
    return next;
  }

  @ParameterizedTest
  @ValueSource(strings = {"schedule", "daily", "matching", "mailing"})
  void every_state_is_reached_and_every_path_ends(String workflow) throws IOException {
    for (Machine machine : machines(workflow)) {
      Set<String> reached = new HashSet<>();
      Deque<String> open = new ArrayDeque<>();
      open.add(TemplateFile.textAt(machine.definition(), "StartAt"));
      boolean ends = false;
      while (!open.isEmpty()) {
        String name = open.remove();
        assertTrue(machine.states().containsKey(name), workflow + " has no state " + name);
        if (!reached.add(name)) {
          continue;
        }
        Map<String, Object> state = machine.state(name);
        boolean isEnd =
            ENDS.contains(TemplateFile.textAt(state, "Type"))
                || Boolean.TRUE.equals(state.get("End"));
        assertEquals(isEnd, next(state).isEmpty() || Boolean.TRUE.equals(state.get("End")), name);
        ends |= isEnd;
        open.addAll(next(state));
      }
      assertEquals(machine.states().keySet(), reached, "unreachable states in " + workflow);
      assertTrue(ends, workflow + " never ends");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"schedule", "daily", "matching", "mailing"})
  void every_task_is_tried_again_in_vain_only_so_often_and_then_caught(String workflow)
      throws IOException {
    for (Machine machine : machines(workflow)) {
      for (String name : machine.states().keySet()) {
        Map<String, Object> state = machine.state(name);
        String type = TemplateFile.textAt(state, "Type");
        if (type.equals("Task")) {
          assertTrue(state.containsKey("TimeoutSeconds"), name + " may last for ever");
          assertRetries(name, state);
        }
        // Inside a map a failure is the map's, which catches it.
        if (type.equals("Map") || (type.equals("Task") && machine.isTop())) {
          assertTrue(
              TemplateFile.mapsAt(state, "Catch").stream()
                  .anyMatch(caught -> errors(caught).equals(List.of("States.ALL"))),
              name + " lets failures through");
        }
      }
    }
  }

  /**
   * All is tried again at the same pace, but for refusals, which would be the same again. Without
   * jitter it waits for five minutes at least (5 + 10 + … + 80 + 120 + 120 s): as long as a service
   * may be away, or a snapshot not ready.
   */
  private static void assertRetries(String name, Map<String, Object> state) {
    List<Map<String, Object>> retries = TemplateFile.mapsAt(state, "Retry");
    for (Map<String, Object> refusal : retries.subList(0, retries.size() - 1)) {
      assertEquals(0, refusal.get("MaxAttempts"), name);
    }
    boolean isStart = TemplateFile.textAt(state, "Resource").contains("startExecution");
    assertEquals(
        Map.of(
            "ErrorEquals", isStart ? NOT_STARTED : List.of("States.ALL"),
            "IntervalSeconds", 5,
            "BackoffRate", 2,
            "MaxAttempts", 7,
            "MaxDelaySeconds", 120),
        retries.getLast(),
        name);
  }

  @SuppressWarnings("unchecked")
  private static List<String> errors(Map<String, Object> rule) {
    return (List<String>) TemplateFile.at(rule, "ErrorEquals");
  }

  @ParameterizedTest
  @ValueSource(strings = {"schedule", "daily", "matching", "mailing"})
  void errors_that_are_named_are_classes_of_ours(String workflow) throws Exception {
    var names = Pattern.compile("\"(fr\\.vismonjob\\.[\\w.]+)\"").matcher(text(workflow));
    while (names.find()) {
      assertTrue(RuntimeException.class.isAssignableFrom(Class.forName(names.group(1))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"schedule", "daily", "matching", "mailing"})
  void the_template_fills_in_every_place(String workflow) throws IOException {
    Map<String, Object> properties =
        TemplateFile.mapAt(
            TemplateFile.template(),
            "Resources",
            workflow.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + workflow.substring(1)
                + "Workflow",
            "Properties");
    assertEquals("workflows/" + workflow + ".asl.json", properties.get("DefinitionUri"));
    Set<String> places = new TreeSet<>();
    var found = Pattern.compile("\\$\\{(\\w+)}").matcher(text(workflow));
    while (found.find()) {
      places.add(found.group(1));
    }
    Map<String, Object> substitutions = TemplateFile.mapAt(properties, "DefinitionSubstitutions");
    assertEquals(places, new TreeSet<>(substitutions.keySet()));
  }
}
