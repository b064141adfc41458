package fr.vismonjob.delivery;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.SesServer.Behaviour;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.WatchedClient;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.json.Json;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.registration.RegistrationBuilder;
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
    RegistrationBuilder zoe = student("Zoe");
    post().edition(EditionBuilder.edition()).registered(ada, zoe);
    keys.add(post().queue(MailKind.LINK, ada.build().id()));
    keys.add(post().queue(MailKind.LINK, zoe.build().id()));
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
