package fr.vismonjob.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.mail.MailKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Writes every mail to {@code target/mails}, with one page of them all, for people and for browser
 * tests to look at ({@code make mail-previews}).
 */
final class MailPreviewTest {
  private static final Path FOLDER = Path.of("target/mails");
  private static final String WHEN_DARK = "@media (prefers-color-scheme: dark)";

  @Test
  void every_kind_of_mail_can_be_looked_at() throws IOException {
    Files.createDirectories(FOLDER);
    List<MailSamples.Sample> samples = MailSamples.plausible().all();
    Document index = Jsoup.parse(Objects.requireNonNull(skeleton()), "UTF-8", "");
    Element pattern = index.expectFirst("article");
    pattern.remove();
    for (MailSamples.Sample sample : samples) {
      ReceivedMail mail = sample.received();
      write(sample.name(), mail);
      index
          .expectFirst("nav ul")
          .appendElement("li")
          .appendElement("a")
          .attr("href", "#" + sample.name())
          .text(sample.name());
      index.expectFirst("main").appendChild(shown(pattern.clone(), sample, mail));
    }
    Files.writeString(FOLDER.resolve("index.html"), index.outerHtml());
    for (MailSamples.Sample sample : HostileValuesTest.everyMail()) {
      write("hostile-" + sample.name(), sample.received());
    }

    Set<MailKind> shown = samples.stream().map(sample -> sample.kind()).collect(Collectors.toSet());
    assertEquals(Set.copyOf(Arrays.asList(MailKind.values())), shown);
  }

  private static @Nullable InputStream skeleton() {
    return MailPreviewTest.class.getResourceAsStream("/mail-previews.html");
  }

  private static Element shown(Element article, MailSamples.Sample sample, ReceivedMail mail) {
    article.id(sample.name());
    article.expectFirst("h2").text(sample.name());
    article.expectFirst(".subject").text(mail.subject());
    article.expectFirst(".preheader").text(Jsoup.parse(mail.html()).select(".preheader").text());
    article.expectFirst(".from").text(mail.header("From"));
    article.expectFirst(".to").text(mail.header("To"));
    for (Element frame : article.select("iframe")) {
      frame.attr("title", frame.siblingElements().text() + " : " + sample.name());
      frame.attr("src", sample.name() + (frame.hasClass("dark") ? "-dark" : "") + ".html");
    }
    article.expectFirst("pre.text").text(mail.text());
    if (mail.calendarFiles().isEmpty()) {
      article.expectFirst(".calendar").remove();
    } else {
      article.expectFirst("pre.ics").text(String.join("\n", mail.calendarFiles()));
    }
    return article;
  }

  /** The dark look is the mail's own, shown without asking the system for its colours. */
  private static void write(String name, ReceivedMail mail) throws IOException {
    Files.writeString(FOLDER.resolve(name + ".html"), mail.html());
    String dark = mail.html().replace(WHEN_DARK, "@media all").replace("light dark", "dark");
    Files.writeString(FOLDER.resolve(name + "-dark.html"), dark);
    Files.writeString(FOLDER.resolve(name + ".txt"), mail.subject() + "\n\n" + mail.text());
    for (int i = 0; i < mail.calendarFiles().size(); i++) {
      Files.writeString(FOLDER.resolve(name + "-" + (i + 1) + ".ics"), mail.calendarFiles().get(i));
    }
  }
}
