package fr.vismonjob.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * What SES would report of mails, which LocalStack's does not: the samples of {@code events/},
 * about a mail of the test's choice, published to the topic as SES publishes them.
 */
final class SesReports {
  private final SnsClient topics;
  private final String topic;

  SesReports(Stack stack) {
    this.topic = stack.output("RejectedMailsTopic");
    this.topics = stack.client(SnsClient.builder());
  }

  /**
   * @param event in {@code events/}; whatever tag it has is taken out, so that the mail is known by
   *     SES's number alone
   */
  void publish(String event, Tables.Row mail) {
    String report =
        message(event)
            .replace("ses-1", mail.text("ses_message_id"))
            .replaceAll("\"envoi\": *\\[[^\\]]*\\]", "\"autre\":[\"1\"]");
    topics.publish(publish -> publish.topicArn(topic).message(report));
  }

  private static String message(String event) {
    try {
      Map<String, Object> sample = Json.object(Files.readAllBytes(Path.of("../events", event)));
      Map<String, Object> record =
          Json.objects(sample.getOrDefault("Records", List.of())).getFirst();
      Map<String, Object> sns =
          Json.objects(List.of(record.getOrDefault("Sns", Map.of()))).getFirst();
      return String.valueOf(sns.get("Message"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
