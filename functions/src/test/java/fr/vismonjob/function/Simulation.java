package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.function.SimulatedVisits.Through;
import fr.vismonjob.function.SimulatedVisits.Trouble;
import fr.vismonjob.mail.MailStatus;
import fr.vismonjob.pairing.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * Plays a script: people act by the site, organisers in the tables, the workflows by the day. A
 * fault or a rival of the script meets the act or the day that comes after it.
 */
final class Simulation {
  /** What makes the client of the next act. */
  private interface Twist {
    Through around(DynamoDbClient real);
  }

  /** Always the same, so that the ids are, and a script does the same each time. */
  private static final Map<String, AttributeValue> EDITION_KEY =
      Item.empty().put("destinataire", "edition/2026").put("cle", "a key for the ids").attributes();

  private static final Twist NONE = real -> new Through(real, Trouble.NONE);

  private final LocalTables tables;
  private final SesServer ses;
  private final SesClient sesClient;
  private final SimulatedMailboxes mailboxes;
  private final SimulatedWishes wishes;
  private final SimulatedVisits visits;
  private final SimulatedOrganisers organisers;
  private final SimulationChecks checks;
  private Instant now = Instant.parse("2026-10-29T06:00:00Z");
  private @Nullable Twist twist;

  Simulation(LocalTables tables, SesServer ses) {
    this.tables = tables;
    this.ses = ses;
    this.sesClient = ses.patientClient();
    SimulatedPeople people = new SimulatedPeople(tables);
    SimulatedCalendars calendars = new SimulatedCalendars();
    SimulatedChoices choices = new SimulatedChoices();
    this.mailboxes = new SimulatedMailboxes(tables, people, calendars);
    this.wishes = new SimulatedWishes(tables, people);
    this.visits = new SimulatedVisits(tables, people, mailboxes, wishes, choices, () -> now);
    this.organisers = new SimulatedOrganisers(tables, people, wishes, choices, () -> now);
    this.checks = new SimulationChecks(tables, ses, people, calendars, wishes, choices);
    ses.tell(mailboxes::take);
  }

  /**
   * @throws AssertionError if anything is not as the rules say; names the line
   */
  void play(List<String> script) {
    tables.put("Editions", EditionBuilder.edition().organisers("a@example.gouv.fr").item());
    tables.put("MailAllowances", EDITION_KEY);
    tables.put("CoachingSlots", Life.slotItem("2026-11-18-10h", 2));
    tables.put("CoachingSlots", Life.slotItem("2026-11-19-10h", 1));
    for (int line = 0; line < script.size(); line++) {
      try {
        step(script.get(line));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("line " + (line + 1) + ", « " + script.get(line) + " »: " + e, e);
      }
    }
    checks.atTheEnd(FrenchDates.dayOf(now));
  }

  /** The acts that the site has done, by their paths and what was asked. */
  SortedSet<String> done() {
    return visits.done();
  }

  private void step(String line) {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "morning" ->
          now = LocalDate.parse(words[1]).atTime(LocalTime.of(6, 0)).toInstant(ZoneOffset.UTC);
      case "fault" -> {
        TappedClient.Fault fault = TappedClient.Fault.valueOf(words[1]);
        int call = Integer.parseInt(words[2]);
        twist =
            real -> new Through(TappedClient.failing(real, call, fault).client(), Trouble.FAULT);
      }
      case "fault-write" -> {
        TappedClient.Fault fault = TappedClient.Fault.valueOf(words[1]);
        int write = Integer.parseInt(words[2]);
        twist =
            real ->
                new Through(
                    TappedClient.failingToWrite(real, write, fault).client(), Trouble.FAULT);
      }
      case "echo" ->
          twist = real -> new Through(TappedClient.losingAnswers(real).client(), Trouble.NONE);
      case "rival" -> {
        String[] rival = line.split(" ", 3);
        int call = Integer.parseInt(rival[1]);
        Runnable acts = () -> rival(rival[2].split(" ", -1));
        twist =
            real -> new Through(TappedClient.interrupted(real, call, acts).client(), Trouble.RIVAL);
      }
      case "ses" -> ses.next(SesServer.Behaviour.valueOf(words[1]));
      default -> {
        Twist ofThis = twist == null ? NONE : twist;
        twist = null;
        Through through = ofThis.around(tables.client());
        mailboxes.disturb(through.trouble() == Trouble.RIVAL);
        act(words, through);
        mailboxes.allWereTrue();
      }
    }
  }

  /** Whoever was interrupted goes on at another moment. */
  private void rival(String[] words) {
    act(words, NONE.around(tables.client()));
    if (!words[0].equals("post")) {
      now = now.plusSeconds(1);
    }
  }

  private void act(String[] words, Through through) {
    // Two senders may be at work in the same moment.
    if (!words[0].equals("post")) {
      now = now.plus(Duration.ofMinutes(3));
    }
    switch (words[0]) {
      case "day" -> day("2026", LocalDate.parse(words[1]), through);
      case "post" -> post(through);
      case "sabotage" -> sabotage();
      case "next-edition" ->
          tables.put(
              "Editions",
              EditionBuilder.edition("2027")
                  .day("2027-11-23")
                  .registration(words[1], "2027-11-12")
                  .matching("2027-11-02", "2027-11-15")
                  .item());
      case "next-day" -> day("2027", LocalDate.parse(words[1]), through);
      case "told" -> wishes.areTold("2027");
      case "erased" -> checks.editionIsErased();
      default -> {
        if (!organisers.act(words, through) && !visits.act(words, through)) {
          throw new IllegalArgumentException("no such step: " + words[0]);
        }
      }
    }
  }

  private void day(String edition, LocalDate today, Through through) {
    SortedSet<String> before = organisers.haveAgreed() ? tables.outcome() : new TreeSet<>();
    try {
      new LocalWorkflows(tables, through.client(), sesClient, () -> now)
          .daily(Map.of("edition", edition, "today", today.toString()));
    } catch (Machine.Failed e) {
      if (through.isCalm() && organisers.wereRefused(e)) {
        assertEquals(before, tables.outcome());
        organisers.takeBackAgreement();
        return;
      }
      // The operator starts the day again. Nobody need do anything about mails that have failed.
      if (!through.mayFail() && !organisers.wereRefused(e) && !e.error().equals("MailsEnEchec")) {
        throw new AssertionError("the day failed: " + e.error() + " " + e.explanation(), e);
      }
      if (!e.error().equals("MailsEnEchec")) {
        return;
      }
    }
    organisers.noteProposals();
    checks.afterDay(FrenchDates.dayOf(now), today, edition.equals("2026") && through.isCalm());
  }

  /** The stream hands the sender what acts have queued. */
  private void post(Through through) {
    for (Item mail : tables.items("Mails").stream().map(Item::of).toList()) {
      if (mail.required("statut").equals(MailStatus.A_ENVOYER.name())
          && mail.required("depart").equals("IMMEDIAT")) {
        try {
          Post.of(tables, sesClient).at(now).sender(through.client()).send(mail.required("envoi"));
        } catch (RuntimeException e) {
          if (!through.mayFail()) {
            throw e;
          }
        }
      }
    }
  }

  /** A fault of ours, which the checks must find: whatever was mailed waits to be mailed again. */
  private void sabotage() {
    tables.items("Mails").stream()
        .map(Item::of)
        .filter(mail -> mail.required("statut").equals(MailStatus.ENVOYE.name()))
        .forEach(
            mail ->
                tables
                    .update("Mails", mail.required("envoi"))
                    .set("statut", MailStatus.A_ENVOYER.name())
                    .apply());
  }
}
