package fr.vismonjob.delivery;

import biweekly.Biweekly;
import biweekly.ICalendar;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A raw message read back as a mail program would. */
public record ReceivedMail(MimeMessage message, List<Part> parts) {
  public record Part(String type, String content) {}

  public static ReceivedMail of(byte[] raw) {
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
      MimeMultipart multipart = (MimeMultipart) message.getContent();
      List<Part> parts = new ArrayList<>();
      collect(multipart, parts);
      return new ReceivedMail(message, List.copyOf(parts));
    } catch (MessagingException | IOException e) {
      throw new AssertionError("not readable as a mail", e);
    }
  }

  private static void collect(MimeMultipart multipart, List<Part> parts)
      throws MessagingException, IOException {
    for (int i = 0; i < multipart.getCount(); i++) {
      BodyPart part = multipart.getBodyPart(i);
      if (part.isMimeType("multipart/*")) {
        collect((MimeMultipart) part.getContent(), parts);
        continue;
      }
      try (InputStream in = part.getInputStream()) {
        parts.add(
            new Part(part.getContentType(), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      }
    }
  }

  /** The calendar entries, each a part of its own. */
  public List<ICalendar> calendars() {
    return calendarFiles().stream().map(file -> Biweekly.parse(file).first()).toList();
  }

  /** The same as they stand in the mail. */
  public List<String> calendarFiles() {
    return parts.stream()
        .filter(part -> part.type().startsWith("text/calendar"))
        .map(Part::content)
        .toList();
  }

  /** The header's one value. */
  public String header(String name) {
    try {
      String[] values = message.getHeader(name);
      if (values == null || values.length != 1) {
        throw new AssertionError("not one header " + name);
      }
      return values[0];
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  public String subject() {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  public String text() {
    return part("text/plain").orElseThrow().content();
  }

  public String html() {
    return part("text/html").orElseThrow().content();
  }

  public Optional<Part> calendarPart() {
    return part("text/calendar");
  }

  public ICalendar calendar() {
    return Biweekly.parse(calendarPart().orElseThrow().content()).first();
  }

  /** Each of the two forms of the mail's words. */
  public Stream<String> bodies() {
    return Stream.of(text(), html());
  }

  private Optional<Part> part(String type) {
    return parts.stream().filter(part -> part.type().startsWith(type)).findFirst();
  }
}
