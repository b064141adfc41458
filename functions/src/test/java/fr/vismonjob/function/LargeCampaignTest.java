package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.delivery.SesServer.Behaviour;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.GetSendQuotaRequest;
import software.amazon.awssdk.services.ses.model.GetSendQuotaResponse;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;
import software.amazon.awssdk.services.ses.model.SendRawEmailResponse;

/** A day on which a thousand people are to be mailed, while much goes wrong. */
final class LargeCampaignTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private static final List<String> PEOPLE =
      IntStream.range(0, 1000).mapToObj("P%03d"::formatted).toList();

  /**
   * In the midst of a batch, whose mails leave in the order of their keys: the function crashes at
   * the first, called again with the same batch at the second, and then the batch is given up.
   */
  private static final Set<String> AT_A_CRASH = Set.of("P475", "P480");

  @Test
  void everybody_is_mailed_once_or_listed_as_failed_with_the_reason() {
    Post post = Post.of(TABLES, ses.client()).edition(EditionBuilder.edition());
    for (String name : PEOPLE) {
      post.registered(
          RegistrationBuilder.student(name)
              .status(Status.A_CONFIRMER)
              .registeredAt("2026-10-20T08:00:00Z"));
    }
    Set<String> refused = endingOn("31");
    Set<String> neverTaken = endingOn("73");
    met(endingOn("07"), Behaviour.THROTTLE);
    met(refused, Behaviour.REJECT);
    met(neverTaken, Collections.nCopies(99, Behaviour.THROTTLE).toArray(Behaviour[]::new));

    SesClient crashing = new CrashingClient(ses.client(), addresses(AT_A_CRASH));
    assertMailsFailed(refused.size() + neverTaken.size(), "2026-10-23", crashing, Post.NOW);
    Map<String, Set<String>> failures = new HashMap<>();
    failures.put("refusé par SES : MessageRejected (Address adresse is suppressed.)", refused);
    failures.put("le service d’envoi n’a pas pris le mail malgré plusieurs essais", neverTaken);
    assertEquals(failures, failures());
    Set<String> unreached = union(refused, neverTaken);
    assertEquals(List.of(), mailedOtherThanOnce(unreached));

    // Nobody can tell whether the mails at which the function crashed have left: no repetition.
    Instant later = Post.NOW.plus(Duration.ofDays(1));
    assertMailsFailed(AT_A_CRASH.size(), "2026-10-24", ses.client(), later);
    failures.put(
        "issue inconnue : le service d’envoi n’a pas répondu, le mail est peut-être parti",
        AT_A_CRASH);
    assertEquals(failures, failures());
    assertEquals(List.of(), mailedOtherThanOnce(unreached));
  }

  private static void assertMailsFailed(int count, String today, SesClient client, Instant now) {
    LocalWorkflows workflows =
        new LocalWorkflows(TABLES, TABLES.client(), client, InstantSource.fixed(now));
    Machine.Failed failed = assertThrows(Machine.Failed.class, () -> workflows.daily(today));
    assertEquals("MailsEnEchec", failed.error());
    assertTrue(failed.explanation().contains(" " + count + "."), failed.explanation());
  }

  private void met(Set<String> names, Behaviour... behaviours) {
    names.forEach(name -> ses.nextTo(address(name), behaviours));
  }

  /** One of every hundred, so that every other batch has one. */
  private static Set<String> endingOn(String digits) {
    return PEOPLE.stream().filter(name -> name.endsWith(digits)).collect(Collectors.toSet());
  }

  private static Set<String> addresses(Set<String> names) {
    return names.stream().map(LargeCampaignTest::address).collect(Collectors.toSet());
  }

  private static String address(String name) {
    return RegistrationBuilder.student(name).build().person().address();
  }

  /** Who was forgotten or told again, apart from those whom no mail should have left to. */
  private List<String> mailedOtherThanOnce(Set<String> unreached) {
    Map<String, Long> times =
        ses.accepted().stream()
            .collect(Collectors.groupingBy(SesServer.Received::destination, Collectors.counting()));
    return PEOPLE.stream()
        .filter(name -> times.getOrDefault(address(name), 0L) != (unreached.contains(name) ? 0 : 1))
        .toList();
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
  }

  /** Whose mails have failed, by the reason that the organisers read. */
  private static Map<String, Set<String>> failures() {
    Map<String, String> names =
        PEOPLE.stream().collect(Collectors.toMap(RegistrationBuilder::id, name -> name));
    return TABLES.items("Mails").stream()
        .map(Item::of)
        .filter(mail -> mail.required("statut").equals("ECHEC"))
        .collect(
            Collectors.groupingBy(
                mail -> mail.required("motif"),
                Collectors.mapping(
                    mail -> names.getOrDefault(mail.required("inscription"), ""),
                    Collectors.toSet())));
  }

  /**
   * The function's process ends when SES has taken the mail to somebody, before that is known.
   *
   * @param addresses to whom it will, each once
   */
  private record CrashingClient(SesClient real, Set<String> addresses) implements SesClient {
    @Override
    public SendRawEmailResponse sendRawEmail(SendRawEmailRequest mail) {
      SendRawEmailResponse response = real.sendRawEmail(mail);
      if (addresses.removeAll(mail.destinations())) {
        throw new Machine.Crash();
      }
      return response;
    }

    @Override
    public GetSendQuotaResponse getSendQuota(GetSendQuotaRequest request) {
      return real.getSendQuota(request);
    }

    @Override
    public String serviceName() {
      return real.serviceName();
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
