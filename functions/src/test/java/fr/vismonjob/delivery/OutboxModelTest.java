package fr.vismonjob.delivery;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.ModelWalks;
import fr.vismonjob.ModelWalks.Step;
import fr.vismonjob.delivery.SesServer.Behaviour;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.WatchedClient;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.json.Json;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Two senders at two mails, with faults of the tables and of SES between any two steps. What the
 * table says after each write is written down, and how often SES took each mail; TLC must find each
 * such run in {@code model/Outbox.tla} ({@code make model}).
 */
final class OutboxModelTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private static final int RUNS = 12;
  private static final int ACTS = 6;
  private static final List<Behaviour> BEHAVIOURS =
      List.of(Behaviour.THROTTLE, Behaviour.REJECT, Behaviour.HANG_UP, Behaviour.BREAK_DOWN);

  private final List<String> keys = new ArrayList<>();
  private final List<Object> states = new ArrayList<>();
  private Instant now = Post.NOW;

  @Test
  void every_walk_of_the_model_is_one_of_the_senders() throws IOException {
    for (List<Step> walk : ModelWalks.of("outbox-traces.json")) {
      play(walk);
    }
  }

  private void play(List<Step> walk) {
    OutboxModel model = new OutboxModel(TABLES, ses).begun();
    try {
      for (int i = 0; i < walk.size(); i++) {
        Step step = walk.get(i);
        // All claims that are too old are settled at once.
        boolean again = i + 1 < walk.size() && isSweep(step) && isSweep(walk.get(i + 1));
        if (!again) {
          model.act(step.act());
          assertEquals(
              OutboxModel.seen(step.state()), model.state(), "after step " + i + ", " + step.act());
        }
      }
    } finally {
      model.end();
    }
  }

  private static boolean isSweep(Step step) {
    return step.act().getFirst().equals("Sweep");
  }

  @Test
  void a_walk_that_was_tampered_with_is_not_one_of_the_senders() {
    List<Step> claimed =
        List.of(
            step(List.of("Init"), "A_ENVOYER", "idle", "idle", 1),
            step(List.of("Claim", "s1", "m1"), "EN_COURS", "claimed", "idle", 1));
    List<Step> written = with(claimed, List.of("ReadState", "s1"), "EN_COURS", "written", 1);
    List<Step> paid = with(written, List.of("Spend", "s1"), "EN_COURS", "paid", 0);
    play(paid);
    List<List<Step>> tampered =
        List.of(
            with(claimed, List.of("Claim", "s2", "m1"), "EN_COURS", "claimed", 1),
            with(claimed, List.of("Spend", "s1"), "EN_COURS", "paid", 0),
            with(claimed, List.of("Sweep"), "ECHEC unknown", "claimed", 1),
            with(written, List.of("Exhausted", "s1"), "EN_COURS", "postponing", 1),
            with(paid, List.of("Accepted", "s1"), "EN_COURS", "accepted", 0),
            with(paid, List.of("Crash", "s1"), "A_ENVOYER", "idle", 0),
            with(paid, List.of("AnswerLost", "s1"), "ECHEC known", "idle", 0));
    for (List<Step> walk : tampered) {
      assertThrows(AssertionError.class, () -> play(walk), walk.getLast().toString());
    }
  }

  private static List<Step> with(
      List<Step> walk, List<String> act, String mail, String sender, int left) {
    String other = act.contains("s2") ? "claimed" : "idle";
    return Stream.concat(walk.stream(), Stream.of(step(act, mail, sender, other, left))).toList();
  }

  /** The other mail waits, and SES has taken none. */
  private static Step step(List<String> act, String mail, String one, String other, int left) {
    return new Step(
        act,
        List.of(
            "m1 " + mail + " taken 0",
            "m2 A_ENVOYER taken 0",
            "s1 " + one,
            "s2 " + other,
            "left " + left));
  }

  @Test
  void runs_of_senders_are_written_down_for_the_model() throws IOException {
    List<Object> runs = new ArrayList<>();
    for (int seed = 1; seed <= RUNS; seed++) {
      runs.add(run(new Random(seed)));
    }
    Path file = Path.of("target", "model", "mails.json");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, Json.write(Map.of("mails", runs)));
    for (String status : List.of("ENVOYE", "ECHEC", "SANS_OBJET", "A_ENVOYER", "EN_COURS")) {
      assertTrue(runs.toString().contains(status), status);
    }
  }

  private List<Object> run(Random random) {
    TABLES.empty();
    ses.accepted().clear();
    keys.clear();
    states.clear();
    now = Post.NOW;
    RegistrationBuilder ada = ambassador("Ada");
    RegistrationBuilder zoe = student("Zoe").status(Status.A_CONFIRMER);
    post().edition(EditionBuilder.edition()).registered(ada, zoe);
    keys.add(post().queue(MailKind.LINK, ada.build().id()));
    keys.add(post().queue(MailKind.CONFIRMATION, zoe.build().id()));
    note(true);
    for (int i = 0; i < ACTS; i++) {
      act(random);
      note(true);
    }
    return List.copyOf(states);
  }

  private Post post() {
    return Post.of(TABLES, ses.client()).at(now);
  }

  private void act(Random random) {
    DynamoDbClient watched = WatchedClient.of(TABLES.client(), () -> note(false));
    switch (random.nextInt(6)) {
      case 0 -> changes(random);
      case 1 -> {
        now = now.plus(Duration.ofMinutes(61));
        TABLES.mails().ledger().settleStaleClaims(now);
      }
      case 2 -> {
        ses.next(BEHAVIOURS.get(random.nextInt(BEHAVIOURS.size())));
        send(random, watched);
      }
      case 3 -> send(random, failing(random, watched));
      case 4 -> send(random, interrupted(random, watched));
      default -> send(random, watched);
    }
  }

  private static DynamoDbClient failing(Random random, DynamoDbClient watched) {
    TappedClient.Fault fault =
        random.nextBoolean() ? TappedClient.Fault.BEFORE : TappedClient.Fault.AFTER;
    return TappedClient.failing(watched, 1 + random.nextInt(5), fault).client();
  }

  /** Another sender does its work, or what the mail is about changes, before one of the calls. */
  private DynamoDbClient interrupted(Random random, DynamoDbClient watched) {
    boolean change = random.nextInt(3) == 0;
    return TappedClient.interrupted(
            watched,
            1 + random.nextInt(5),
            () -> {
              if (change) {
                changes(random);
              } else {
                send(random, watched);
              }
            })
        .client();
  }

  private void send(Random random, DynamoDbClient client) {
    try {
      post().sender(client).send(keys.get(random.nextInt(keys.size())));
    } catch (RuntimeException e) {
      // The sender has died.
    }
  }

  /** The person withdraws, so that a mail about taking part is pointless. */
  private void changes(Random random) {
    String registration = keys.get(random.nextInt(keys.size())).split("/", -1)[1];
    TABLES.update("Registrations", registration).set("statut", "RETIREE").apply();
  }

  /**
   * @param idle whether no sender is at work, so that what SES took is known too
   */
  private void note(boolean idle) {
    List<String> status = keys.stream().map(key -> post().status(key).name()).toList();
    List<Long> taken =
        keys.stream()
            .map(
                key ->
                    ses.accepted().stream().filter(mail -> MailTags.key(mail).equals(key)).count())
            .toList();
    Map<String, Object> state =
        idle ? Map.of("status", status, "taken", taken) : Map.of("status", status);
    if (states.isEmpty() || !states.getLast().equals(state)) {
      states.add(state);
    }
  }
}
