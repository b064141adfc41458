package fr.vismonjob.e2e;

import biweekly.Biweekly;
import biweekly.ICalendar;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as it arrived. */
final class Letter {
  private final MimeMessage message;
  private final String raw;
  private final List<Part> leaves = new ArrayList<>();

  Letter(String raw) {
    this.raw = raw;
    try {
      message =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
      collect(message);
    } catch (MessagingException e) {
      throw new IllegalArgumentException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void collect(Part part) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*")) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        collect(inner);
      }
    } else {
      leaves.add(part);
    }
  }

  /** The bare address it is to; the test that asks fails if there is not just one. */
  String to() {
    List<String> all = addresses("To");
    if (all.size() != 1) {
      throw new AssertionError("To names " + all.size());
    }
    return all.getFirst();
  }

  String kind() {
    return header("X-Vis-Mon-Job").orElse("");
  }

  Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  List<String> headers(String name) {
    try {
      String[] values = message.getHeader(name);
      return values == null ? List.of() : Arrays.asList(values);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> addresses(String name) {
    return headers(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(value -> value.replaceAll(".*<(.*)>.*", "$1").strip())
        .toList();
  }

  String subject() {
    try {
      return String.valueOf(message.getSubject());
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  String text() {
    return content("text/plain").orElseThrow(() -> new AssertionError("no text part"));
  }

  String html() {
    return content("text/html").orElseThrow(() -> new AssertionError("no HTML part"));
  }

  Optional<ICalendar> calendar() {
    return content("text/calendar").map(ics -> Biweekly.parse(ics).first());
  }

  /** Each part of that type. */
  List<String> all(String type) {
    return leaves.stream().filter(part -> is(part, type)).map(Letter::decoded).toList();
  }

  Optional<String> content(String type) {
    return leaves.stream().filter(part -> is(part, type)).findFirst().map(Letter::decoded);
  }

  String raw() {
    return raw;
  }

  /** The {@code id.secret} of the first link to this page of the site. */
  String link(String siteUrl, String page) {
    Matcher matcher =
        Pattern.compile(
                Pattern.quote(siteUrl + "/" + page + "/") + "([0-9A-Za-z_.-]*[0-9A-Za-z_-])")
            .matcher(text());
    if (!matcher.find()) {
      throw new AssertionError(kind() + " has no link to " + page);
    }
    return String.valueOf(matcher.group(1));
  }

  private static boolean is(Part part, String type) {
    try {
      return part.isMimeType(type);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decoded(Part part) {
    try {
      return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
