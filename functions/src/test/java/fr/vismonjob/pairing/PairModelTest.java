package fr.vismonjob.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.ModelWalks;
import fr.vismonjob.ModelWalks.Step;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.WatchedClient;
import fr.vismonjob.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
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
  private static final int ACTS = 36;

  @Test
  void every_walk_of_the_model_is_one_of_the_code() throws IOException {
    for (List<Step> walk : ModelWalks.of("pair-traces.json")) {
      PairModel model = new PairModel(TABLES, ses).begun();
      for (int i = 0; i < walk.size(); i++) {
        Step step = walk.get(i);
        boolean again = i + 1 < walk.size() && isErasing(step.act(), walk.get(i + 1));
        if (!again) {
          model.act(step.act(), TABLES.client());
          assertEquals(
              step.state(), List.copyOf(model.state()), "after step " + i + ", " + step.act());
        }
      }
    }
  }

  /** An erasure is several steps of the model and one call of the code. */
  private static boolean isErasing(List<?> act, Step next) {
    return act.getFirst().equals("Erase") && act.equals(next.act());
  }

  @Test
  void runs_of_the_code_are_written_down_for_the_model() throws IOException {
    List<List<Object>> runs = new ArrayList<>();
    for (int seed = 1; seed <= RUNS; seed++) {
      runs.add(
          seed % 2 == 0
              ? run(new Random(seed), made("h1-g1"), ModelActs::handingOn, ModelActs::handingOn)
              : run(new Random(seed), made("h1-g1", "h2-g2"), ModelActs::any, ModelActs::any));
    }
    written("runs", runs);
  }

  @Test
  void runs_of_the_code_on_agreement_are_written_down_for_the_model() throws IOException {
    List<List<Object>> runs = new ArrayList<>();
    for (int seed = 1; seed <= RUNS / 2; seed++) {
      List<List<Object>> first = List.of(List.of("Replace"));
      runs.add(run(new Random(seed), first, ModelActs::onAgreement, ModelActs::meanwhile));
    }
    written("agreements", runs);
  }

  private static void written(String name, List<List<Object>> runs) throws IOException {
    Path file = Path.of("target", "model", name + ".json");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, Json.write(Map.of(name, runs)));
    int states = runs.stream().mapToInt(List::size).sum();
    assertTrue(states > 10 * runs.size(), states + " states");
  }

  private static List<List<Object>> made(String... pairs) {
    return Stream.of(pairs)
        .flatMap(
            pair -> Stream.of(List.<Object>of("Plan", pair, 1), List.<Object>of("Record", pair)))
        .toList();
  }

  /**
   * The states after each write of a run in which acts meet others and faults.
   *
   * @param rivals what may happen in the middle of an act
   */
  private List<Object> run(
      Random random,
      List<List<Object>> first,
      BiFunction<PairModel, Random, List<Object>> acts,
      BiFunction<PairModel, Random, List<Object>> rivals) {
    PairModel model = new PairModel(TABLES, ses).begun();
    List<Object> states = new ArrayList<>();
    Runnable note = () -> note(model, states);
    note.run();
    DynamoDbClient watched = WatchedClient.of(TABLES.client(), note);
    first.forEach(act -> model.act(act, watched));
    for (int i = 0; i < ACTS; i++) {
      List<Object> act = acts.apply(model, random);
      int call = 1 + random.nextInt(8);
      DynamoDbClient client =
          switch (random.nextInt(3)) {
            case 0 ->
                TappedClient.interrupted(
                        watched, call, () -> model.act(rivals.apply(model, random), watched))
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
      } catch (IllegalStateException | ProposalsChanged e) {
        // The process has died, or a run has to begin anew.
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
}
