package fr.vismonjob.delivery;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;

import fr.vismonjob.delivery.SesServer.Behaviour;
import fr.vismonjob.delivery.SteppedSender.Stop;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailStatus;
import fr.vismonjob.mail.Rejection;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The steps of {@code model/Outbox.tla} as the senders do them, and what stands in the tables and
 * has reached SES in the words of the model. Its two mails ask strangers to confirm, so they cost
 * something of the hour's budget.
 */
final class OutboxModel {
  private static final int PER_HOUR = 1;
  private static final String UNKNOWN = "issue inconnue";

  /** Where the model's senders are, and before what ours stop there. */
  private static final Map<String, Stop> STOPS =
      Map.ofEntries(
          Map.entry("idle", Stop.IDLE),
          Map.entry("claimed", Stop.BEFORE_STATE),
          Map.entry("pointless", Stop.BEFORE_MAIL),
          Map.entry("written", Stop.BEFORE_BUDGET),
          Map.entry("postponing", Stop.BEFORE_MAIL),
          Map.entry("paid", Stop.BEFORE_SES),
          Map.entry("accepted", Stop.BEFORE_MAIL),
          Map.entry("refused", Stop.BEFORE_MAIL),
          Map.entry("faltering", Stop.BEFORE_MAIL),
          Map.entry("not sent", Stop.BEFORE_MAIL),
          Map.entry("giving back", Stop.BEFORE_BUDGET));

  private final LocalTables tables;
  private final SesServer ses;
  private final Map<String, SteppedSender> senders = new TreeMap<>();
  private final Map<String, String> keys = new TreeMap<>();
  private Instant now = Post.NOW;

  OutboxModel(LocalTables tables, SesServer ses) {
    this.tables = tables;
    this.ses = ses;
  }

  OutboxModel begun() {
    tables.empty();
    ses.accepted().clear();
    Post post = Post.of(tables, ses.client()).edition(EditionBuilder.edition());
    Map.of("m1", ambassador("Ada"), "m2", student("Zoe"))
        .forEach((mail, person) -> keys.put(mail, queued(post, person)));
    for (String sender : List.of("s1", "s2")) {
      senders.put(sender, new SteppedSender(tables.client(), ses.client()));
    }
    return this;
  }

  private static String queued(Post post, RegistrationBuilder person) {
    RegistrationBuilder stranger = person.status(Status.A_CONFIRMER);
    post.registered(stranger);
    return post.queue(MailKind.CONFIRMATION, stranger.build().id());
  }

  /** Ends the senders that are still at work. */
  void end() {
    senders.values().stream().filter(one -> one.at() != Stop.IDLE).forEach(SteppedSender::die);
  }

  void act(List<?> act) {
    String first = act.size() > 1 ? String.valueOf(act.get(1)) : "";
    switch (String.valueOf(act.getFirst())) {
      case "Init" -> {}
      case "InVain" -> act(act.subList(1, act.size()));
      case "Claim" -> claim(sender(first), key(String.valueOf(act.get(2))));
      case "ReadState" -> sender(first).pass(Stop.BEFORE_STATE);
      case "Spend", "Exhausted", "GiveBack" -> sender(first).pass(Stop.BEFORE_BUDGET);
      case "RecordPointless", "Postpone", "Release", "RecordFailed", "LetGo" ->
          sender(first).pass(Stop.BEFORE_MAIL);
      case "RecordSent" -> recordSent(sender(first));
      case "Accepted" -> sender(first).pass(Stop.BEFORE_SES);
      case "AnswerLost" -> sender(first).passWithoutAnswer();
      case "RequestLost" -> meets(sender(first), Behaviour.HANG_UP);
      case "Throttled" -> meets(sender(first), Behaviour.THROTTLE);
      case "Refused" -> meets(sender(first), Behaviour.REJECT);
      case "Falter" -> sender(first).fail();
      case "Crash" -> sender(first).die();
      case "Sweep" -> tables.mails().ledger().settleStaleClaims(now);
      case "Resend" -> resend(key(first));
      case "Bounce" -> bounce(key(first));
      case "Change" -> withdrawn(key(first));
      // As long as a claim lives: after one such hour it is not older yet, after two it is.
      case "Hour" -> now = now.plus(Duration.ofHours(1));
      default -> throw new IllegalArgumentException("no such step: " + act);
    }
  }

  private SteppedSender sender(String name) {
    return Objects.requireNonNull(senders.get(name));
  }

  private String key(String mail) {
    return Objects.requireNonNull(keys.get(mail));
  }

  private void claim(SteppedSender sender, String key) {
    Post post = Post.of(tables, sender.ses()).sendingAtMost(PER_HOUR);
    sender.begin(() -> post.sender(sender.tables(), () -> now).send(key));
    sender.pass(Stop.BEFORE_MAIL);
  }

  /** If a bounce came first, the sender asks the table a second time. */
  private static void recordSent(SteppedSender sender) {
    sender.pass(Stop.BEFORE_MAIL);
    if (sender.at() == Stop.BEFORE_MAIL) {
      sender.pass(Stop.BEFORE_MAIL);
    }
  }

  private void meets(SteppedSender sender, Behaviour behaviour) {
    ses.next(behaviour);
    sender.pass(Stop.BEFORE_SES);
  }

  /** As {@code make resend} does it. */
  private void resend(String key) {
    tables
        .update("Mails", key)
        .onlyIf("statut", MailStatus.ECHEC.name())
        .set("statut", MailStatus.A_ENVOYER.name())
        .remove("motif")
        .remove("pris_le")
        .remove("echec_le")
        .apply();
  }

  private void bounce(String key) {
    Rejection rejection =
        new Rejection(
            tables.row("Mails", key).find("ses_message_id").orElse("id"),
            Optional.of(key),
            List.of(),
            Rejection.Gravity.TEMPORAIRE,
            "la boîte est pleine",
            FrenchDates.dayOf(now));
    new RejectionRecorder(tables.tables(() -> now)).record(rejection);
  }

  /** Nobody has to confirm any more. */
  private void withdrawn(String key) {
    tables.update("Registrations", key.split("/", -1)[1]).set("statut", "RETIREE").apply();
  }

  /** What the tables and SES say, and where the senders are; a line for each. */
  List<String> state() {
    List<String> lines = new ArrayList<>();
    keys.forEach(
        (mail, key) -> {
          Item row = tables.row("Mails", key);
          String status = row.required("statut");
          long taken =
              ses.accepted().stream().filter(sent -> MailTags.key(sent).equals(key)).count();
          lines.add(mail + " " + status + why(status, row) + " taken " + taken);
        });
    senders.forEach((name, sender) -> lines.add(name + " " + sender.at()));
    lines.add("left " + (PER_HOUR - spent()));
    return lines;
  }

  private static String why(String status, Item row) {
    if (!status.equals("ECHEC")) {
      return "";
    }
    return row.required("motif").startsWith(UNKNOWN) ? " unknown" : " known";
  }

  private long spent() {
    return tables.items("MailAllowances").stream()
        .map(Item::of)
        .filter(item -> item.required("destinataire").equals(hour()))
        .map(item -> item.requiredNumber("nombre"))
        .findAny()
        .orElse(0L);
  }

  private String hour() {
    return "heure/" + now.truncatedTo(ChronoUnit.HOURS);
  }

  /** The model's words for a state, in ours: its senders stop in more places than can be seen. */
  static List<String> seen(List<?> state) {
    return state.stream()
        .map(String::valueOf)
        .map(
            line ->
                line.startsWith("s")
                    ? line.substring(0, 3) + Objects.requireNonNull(STOPS.get(line.substring(3)))
                    : line)
        .toList();
  }
}
