package fr.vismonjob.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.mail.MailKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes every mail to {@code target/mails}, with an index, for people to look at. */
final class MailPreviewTest {
  private static final Path FOLDER = Path.of("target/mails");

  @Test
  void every_kind_of_mail_can_be_looked_at() throws IOException {
    List<MailSamples.Sample> samples = MailSamples.plausible().all();
    Files.createDirectories(FOLDER);
    StringBuilder index = new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\"><ul>\n");
    for (MailSamples.Sample sample : samples) {
      ReceivedMail mail = sample.received();
      index.append("<li>");
      write(index, sample.name() + ".html", mail.html());
      write(index, sample.name() + ".txt", mail.subject() + "\n\n" + mail.text());
      if (mail.calendarPart().isPresent()) {
        write(index, sample.name() + ".ics", mail.calendarPart().get().content());
      }
      index.append("</li>\n");
    }
    Files.writeString(FOLDER.resolve("index.html"), index.append("</ul>\n"));

    Set<MailKind> shown =
        samples.stream().map(sample -> sample.mail().kind()).collect(Collectors.toSet());
    assertEquals(Set.copyOf(Arrays.asList(MailKind.values())), shown);
  }

  private static void write(StringBuilder index, String file, String content) throws IOException {
    Files.writeString(FOLDER.resolve(file), content);
    index.append("<a href=\"%s\">%s</a> ".formatted(file, file));
  }
}
