package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.dynamodb.TemplateFile;
import fr.vismonjob.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs a state machine of {@code workflows/} in this process: as much of the Amazon States Language
 * as ours use, without waiting, and with a second attempt after a crash but after no other failure.
 * A failure that nothing catches is thrown.
 */
final class Machine {
  /** An execution ended FAILED. */
  static final class Failed extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
    private final String error;

    Failed(String error, String cause) {
      super(cause);
      this.error = error;
    }

    String error() {
      return error;
    }

    String explanation() {
      return String.valueOf(getMessage());
    }
  }

  /** A function's process ends in the midst of its work: nothing of ours sees it. */
  static final class Crash extends Error {
    @Serial private static final long serialVersionUID = 1L;
  }

  private final Map<String, Object> definition;
  private final Map<String, RequestStreamHandler> functions;
  private static final AtomicInteger STARTED = new AtomicInteger();

  private final Map<String, Machine> nested;
  private final UnaryOperator<String> files;
  private final InstantSource clock;

  private Machine(
      Map<String, Object> definition,
      Map<String, RequestStreamHandler> functions,
      Map<String, Machine> nested,
      UnaryOperator<String> files,
      InstantSource clock) {
    this.definition = definition;
    this.functions = functions;
    this.nested = nested;
    this.files = files;
    this.clock = clock;
  }

  /**
   * @param functions by the name that the definition has for them; what Step Functions does by
   *     itself, by its ARN
   * @param nested state machines, likewise
   * @param files what a Distributed Map reads, by key
   */
  static Machine of(
      String workflow,
      Map<String, RequestStreamHandler> functions,
      Map<String, Machine> nested,
      UnaryOperator<String> files,
      InstantSource clock) {
    try {
      return new Machine(
          Json.readObject(Files.readAllBytes(Path.of("..", "workflows", workflow + ".asl.json"))),
          functions,
          nested,
          files,
          clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it to its end and answers its output. */
  Object run(Object input, String execution) {
    Map<String, Object> own =
        Map.of(
            "Input",
            input,
            "Name",
            execution,
            "Id",
            "arn:" + execution,
            "StartTime",
            clock.instant().toString());
    return run(definition, input, new HashMap<>(Map.of("Execution", own)));
  }

  private Object run(Map<String, Object> machine, Object input, Map<String, Object> context) {
    String name = TemplateFile.textAt(machine, "StartAt");
    Object data = input;
    while (true) {
      Map<String, Object> state = TemplateFile.mapAt(machine, "States", name);
      String next = TemplateFile.at(state, "Type") + "";
      try {
        switch (next) {
          case "Fail" -> throw failure(state, data, context);
          case "Succeed" -> {
            String output = String.valueOf(state.getOrDefault("OutputPath", "$"));
            return Paths.required(output, data, context);
          }
          case "Choice" -> {
            name = choose(state, data, context);
            continue;
          }
          case "Wait" -> {}
          default -> data = act(state, data, context);
        }
      } catch (Failed e) {
        name = handler(state, e);
        data =
            merged(state, "$.erreur", data, Map.of("Error", e.error(), "Cause", e.explanation()));
        continue;
      }
      if (Boolean.TRUE.equals(state.get("End"))) {
        return data;
      }
      name = TemplateFile.textAt(state, "Next");
    }
  }

  private static String handler(Map<String, Object> state, Failed e) {
    if (state.containsKey("Catch")) {
      for (Map<String, Object> caught : TemplateFile.mapsAt(state, "Catch")) {
        List<?> errors = (List<?>) TemplateFile.at(caught, "ErrorEquals");
        if (errors.contains(e.error()) || errors.contains("States.ALL")) {
          return TemplateFile.textAt(caught, "Next");
        }
      }
    }
    throw e;
  }

  private static Failed failure(
      Map<String, Object> state, Object data, Map<String, Object> context) {
    return new Failed(
        state.containsKey("Error")
            ? TemplateFile.textAt(state, "Error")
            : String.valueOf(Paths.value(TemplateFile.textAt(state, "ErrorPath"), data, context)),
        state.containsKey("Cause")
            ? TemplateFile.textAt(state, "Cause")
            : String.valueOf(Paths.value(TemplateFile.textAt(state, "CausePath"), data, context)));
  }

  private static String choose(
      Map<String, Object> state, Object data, Map<String, Object> context) {
    for (Map<String, Object> choice : TemplateFile.mapsAt(state, "Choices")) {
      if (holds(choice, Paths.value(TemplateFile.textAt(choice, "Variable"), data, context))) {
        return TemplateFile.textAt(choice, "Next");
      }
    }
    return TemplateFile.textAt(state, "Default");
  }

  private static boolean holds(Map<String, Object> choice, @Nullable Object value) {
    for (Map.Entry<String, Object> test : choice.entrySet()) {
      switch (test.getKey()) {
        case "IsPresent" -> {
          return test.getValue().equals(value != null);
        }
        case "BooleanEquals", "NumericEquals" -> {
          return test.getValue().equals(value);
        }
        case "NumericGreaterThan" -> {
          return number(value) > number(test.getValue());
        }
        case "NumericLessThanEquals" -> {
          return number(value) <= number(test.getValue());
        }
        default -> {}
      }
    }
    throw new IllegalArgumentException("no test in " + choice);
  }

  private static double number(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("not a number: " + value);
  }

  private Object act(Map<String, Object> state, Object data, Map<String, Object> context) {
    Object input =
        state.containsKey("Parameters")
            ? Paths.filled(TemplateFile.at(state, "Parameters"), data, context)
            : data;
    @Nullable Object result =
        switch (TemplateFile.textAt(state, "Type")) {
          case "Pass" -> state.getOrDefault("Result", input);
          case "Task" -> task(TemplateFile.textAt(state, "Resource"), input);
          case "Map" -> map(state, data, context);
          default -> throw new IllegalArgumentException("no such state: " + state);
        };
    if (state.containsKey("ResultPath") && state.get("ResultPath") == null) {
      return data;
    }
    if (state.containsKey("ResultSelector") && result != null) {
      result = Paths.filled(TemplateFile.at(state, "ResultSelector"), result, context);
    }
    return merged(state, String.valueOf(state.getOrDefault("ResultPath", "$")), data, result);
  }

  private Object task(String resource, Object input) {
    if (resource.equals("arn:aws:states:::states:startExecution.sync:2")) {
      Map<String, Object> start = Paths.object(input);
      Machine machine = nested.get(place(TemplateFile.textAt(start, "StateMachineArn")));
      if (machine == null) {
        throw new IllegalArgumentException("no such machine: " + start);
      }
      return Map.of(
          "Output",
          machine.run(TemplateFile.at(start, "Input"), "nested-" + STARTED.incrementAndGet()));
    }
    RequestStreamHandler function =
        functions.get(resource.startsWith("$") ? place(resource) : resource);
    if (function == null) {
      throw new IllegalArgumentException("no such function: " + resource);
    }
    return call(function, input, 2);
  }

  /**
   * @param attempts how often the function is called as long as it crashes
   */
  private static Object call(RequestStreamHandler function, Object input, int attempts) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(Json.write(input).getBytes(StandardCharsets.UTF_8)),
          answer,
          new TestContext(600_000));
      return Json.readObject(answer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Crash e) {
      if (attempts > 1) {
        return call(function, input, attempts - 1);
      }
      throw failed(e);
    } catch (Failed e) {
      throw e;
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private static Failed failed(Throwable e) {
    return new Failed(
        e.getClass().getName(), Json.write(Map.of("errorMessage", String.valueOf(e.getMessage()))));
  }

  private static String place(String text) {
    return text.substring(2, text.length() - 1);
  }

  private List<Object> map(Map<String, Object> state, Object data, Map<String, Object> context) {
    List<Object> results = new ArrayList<>();
    for (Object item : items(state, data, context)) {
      Map<String, Object> inner = new HashMap<>(context);
      inner.put("Map", Map.of("Item", Map.of("Value", item)));
      Object input = Paths.filled(TemplateFile.at(state, "ItemSelector"), data, inner);
      try {
        results.add(run(TemplateFile.mapAt(state, "ItemProcessor"), input, inner));
      } catch (Failed e) {
        if (!state.containsKey("ToleratedFailurePercentage")) {
          throw e;
        }
      }
    }
    return results;
  }

  private List<?> items(Map<String, Object> state, Object data, Map<String, Object> context) {
    if (state.containsKey("ItemsPath")) {
      return (List<?>) Paths.required(TemplateFile.textAt(state, "ItemsPath"), data, context);
    }
    Object key =
        Paths.required(
            TemplateFile.textAt(TemplateFile.mapAt(state, "ItemReader", "Parameters"), "Key.$"),
            data,
            context);
    String wrapped = "{\"items\":" + files.apply(key.toString()) + "}";
    return (List<?>)
        TemplateFile.at(Json.readObject(wrapped.getBytes(StandardCharsets.UTF_8)), "items");
  }

  private static Object merged(
      Map<String, Object> state, String path, Object data, @Nullable Object result) {
    if (path.equals("$")) {
      return java.util.Objects.requireNonNull(result, () -> "no result of " + state);
    }
    Map<String, Object> merged = new LinkedHashMap<>(Paths.object(data));
    merged.put(path.substring(2), result);
    return merged;
  }
}
