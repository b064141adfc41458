package fr.vismonjob.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.WatchedClient;
import fr.vismonjob.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The code and {@code model/Pair.tla} do the same: walks of the model are played by the use cases,
 * and runs of the use cases are written down for TLC to find in the model ({@code make model}).
 */
final class PairModelTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private static final int RUNS = 8;
  private static final int ACTS = 24;

  @Test
  void every_walk_of_the_model_is_one_of_the_code() throws IOException {
    for (Object trace : traces()) {
      PairModel model = new PairModel(TABLES, ses).begun();
      List<?> steps = (List<?>) trace;
      for (int i = 0; i < steps.size(); i++) {
        Map<?, ?> step = (Map<?, ?>) steps.get(i);
        List<?> act = (List<?>) Objects.requireNonNull(step.get("act"));
        boolean again = i + 1 < steps.size() && isErasing(act, (Map<?, ?>) steps.get(i + 1));
        if (!again) {
          model.act(act, TABLES.client());
          assertEquals(
              step.get("state"), List.copyOf(model.state()), "after step " + i + ", " + act);
        }
      }
    }
  }

  /** An erasure is several steps of the model and one call of the code. */
  private static boolean isErasing(List<?> act, Map<?, ?> next) {
    return act.getFirst().equals("Erase") && act.equals(next.get("act"));
  }

  private static List<?> traces() throws IOException {
    String file = System.getProperty("model.traces", "");
    try (InputStream in =
        file.isEmpty()
            ? PairModelTest.class.getResourceAsStream("/model/pair-traces.json")
            : Files.newInputStream(Path.of(file))) {
      return (List<?>)
          Objects.requireNonNull(
              Json.readObject(Objects.requireNonNull(in).readAllBytes()).get("traces"));
    }
  }

  @Test
  void runs_of_the_code_are_written_down_for_the_model() throws IOException {
    List<Object> runs = new ArrayList<>();
    for (int seed = 1; seed <= RUNS; seed++) {
      runs.add(
          seed % 2 == 0
              ? run(new Random(seed), List.of("h1-g1"), PairModelTest::handingOn)
              : run(new Random(seed), List.of("h1-g1", "h2-g2"), PairModelTest::act));
    }
    Path file = Path.of("target", "model", "runs.json");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, Json.write(Map.of("runs", runs)));
    int states = runs.stream().mapToInt(run -> ((List<?>) run).size()).sum();
    assertTrue(states > 10 * RUNS, states + " states");
  }

  /** The states after each write of a run in which acts meet others and faults. */
  private List<Object> run(
      Random random, List<String> pairs, BiFunction<PairModel, Random, List<Object>> acts) {
    PairModel model = new PairModel(TABLES, ses).begun();
    List<Object> states = new ArrayList<>();
    Runnable note = () -> note(model, states);
    note.run();
    DynamoDbClient watched = WatchedClient.of(TABLES.client(), note);
    for (String pair : pairs) {
      model.act(List.of("Plan", pair, 1), watched);
      model.act(List.of("Record", pair), watched);
    }
    for (int i = 0; i < ACTS; i++) {
      List<Object> act = acts.apply(model, random);
      int call = 1 + random.nextInt(8);
      DynamoDbClient client =
          switch (random.nextInt(3)) {
            case 0 ->
                TappedClient.interrupted(
                        watched, call, () -> model.act(acts.apply(model, random), watched))
                    .client();
            case 1 ->
                TappedClient.failing(
                        watched,
                        call,
                        random.nextBoolean() ? TappedClient.Fault.BEFORE : TappedClient.Fault.AFTER)
                    .client();
            default -> watched;
          };
      try {
        model.act(act, client);
      } catch (IllegalStateException e) {
        // The process has died.
      }
      note.run();
      for (String mail : model.waiting()) {
        if (random.nextInt(3) == 0) {
          model.send(mail, Optional.empty(), watched);
        }
      }
    }
    return states;
  }

  private static void note(PairModel model, List<Object> states) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("today", model.today());
    state.put("lines", List.copyOf(model.state()));
    if (states.isEmpty() || !states.getLast().equals(state)) {
      states.add(state);
    }
  }

  /** Days are handed on, which acts at random hardly come to. */
  private static List<Object> handingOn(PairModel model, Random random) {
    List<String> on = model.on();
    if (on.isEmpty()) {
      return act(model, random);
    }
    String pair = any(on, random);
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> List.of("Entrust", pair, any(PairModel.HOSTS, random));
      case 3, 4 -> List.of("TakeOver", pair);
      case 5 -> List.of("Decline", pair);
      case 6 -> List.of("Change", any(PairModel.HOSTS, random));
      default -> act(model, random);
    };
  }

  private static List<Object> act(PairModel model, Random random) {
    String host = any(PairModel.HOSTS, random);
    String guest = any(PairModel.GUESTS, random);
    String pair = host + "-" + guest;
    String who = random.nextBoolean() ? host : guest;
    int day = 1 + random.nextInt(2);
    return switch (random.nextInt(22)) {
      case 0, 1, 2, 3 ->
          model.isPlanned(pair) ? List.of("Record", pair) : planning(model, pair, day);
      case 4, 5 -> List.of("Record", pair);
      case 6, 7, 8 ->
          List.of("Offer", pair, who, new TreeSet<>(List.of(day, 1 + random.nextInt(2))));
      case 9, 10, 11 -> List.of("Accept", pair, who, day);
      case 12 -> List.of("Cancel", pair);
      case 13 -> List.of("Withdraw", who);
      case 14 -> List.of("Change", who);
      case 15, 16 -> List.of("Entrust", pair, any(PairModel.HOSTS, random));
      case 17, 18 -> List.of("TakeOver", pair);
      case 19 -> List.of("Decline", pair);
      case 20 -> List.of("Register", who);
      case 21 -> List.of("Confirm", who);
      default -> List.of("Erase", who);
    };
  }

  /** Somebody who has gone is in no plan. */
  private static List<Object> planning(PairModel model, String pair, int day) {
    boolean bothThere =
        model.state().stream()
            .noneMatch(
                line ->
                    line.endsWith(" ABSENT [] handed 0") && pair.contains(line.substring(0, 2)));
    return bothThere ? List.of("Plan", pair, day) : List.of("Init");
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
