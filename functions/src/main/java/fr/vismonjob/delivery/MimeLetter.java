package fr.vismonjob.delivery;

import fr.vismonjob.delivery.Letter.Envelope;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/**
 * Writes a letter as a MIME message of ASCII bytes, with its parts from the plainest to the richest
 * (RFC 2046 §5.1.4).
 */
final class MimeLetter {
  private static final String SENDER_NAME = "Vis mon job";
  private static final String UTF_8 = "UTF-8";

  /** Made once: the library looks through the whole class path for each. */
  private static final Session SESSION = Session.getInstance(new Properties());

  /** The library's own Message-ID holds the host's name, which it looks up. */
  private static final class OwnMessageId extends MimeMessage {
    private final String id;

    OwnMessageId(String id) {
      super(SESSION);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  private MimeLetter() {}

  static byte[] bytes(String key, Letter letter, Instant now) {
    WrittenLetter words = WrittenLetter.of(letter);
    Envelope envelope = letter.envelope();
    List<CalendarEntry> calendar = letter.calendar();
    String from = letter.head().edition().sender();
    try {
      MimeMultipart parts = new MimeMultipart("alternative");
      parts.addBodyPart(part(words.text(), "text/plain; charset=UTF-8", "quoted-printable"));
      parts.addBodyPart(part(words.html(), "text/html; charset=UTF-8", "quoted-printable"));
      if (calendar.size() == 1) {
        parts.addBodyPart(calendar(calendar.getFirst(), now));
      }
      MimeMessage message = new OwnMessageId(messageId(key, from));
      message.setFrom(new InternetAddress(from, SENDER_NAME, UTF_8));
      message.setRecipient(Message.RecipientType.TO, recipient(envelope.to()));
      message.setSubject(words.subject(), UTF_8);
      message.setSentDate(Date.from(now));
      message.setHeader("X-Vis-Mon-Job", letter.head().kind().code());
      // Each of the two keeps some mail programs from answering with an absence (RFC 3834,
      // Exchange).
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setHeader("X-Auto-Response-Suppress", "All");
      message.setHeader("Content-Language", "fr");
      if (envelope.unsubscribeUrl().isPresent()) {
        message.setHeader("List-Unsubscribe", "<" + envelope.unsubscribeUrl().get() + ">");
      }
      message.setContent(calendar.size() > 1 ? withFiles(parts, calendar, now) : parts);
      message.saveChanges();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalArgumentException("the letter cannot be written as a MIME message", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MimeBodyPart calendar(CalendarEntry entry, Instant now) throws MessagingException {
    return part(
        entry.text(now), "text/calendar; method=" + entry.method() + "; charset=UTF-8", "base64");
  }

  /**
   * A single entry is an alternative form of the message, which calendars read by themselves. Of
   * several alternatives a mail program shows one only, and a calendar object may be about one
   * meeting only (RFC 5546 §3.2). So several entries are attached files, one for each.
   */
  private static MimeMultipart withFiles(
      MimeMultipart message, List<CalendarEntry> calendar, Instant now) throws MessagingException {
    MimeMultipart all = new MimeMultipart("mixed");
    MimeBodyPart body = new MimeBodyPart();
    body.setContent(message);
    all.addBodyPart(body);
    int number = 0;
    for (CalendarEntry entry : calendar) {
      MimeBodyPart file = calendar(entry, now);
      number++;
      file.setDisposition("attachment; filename=\"agenda-" + number + ".ics\"");
      all.addBodyPart(file);
    }
    return all;
  }

  /** Parses strictly and as one address: a comma could make it two. */
  private static InternetAddress recipient(String address) throws AddressException {
    return new InternetAddress(address, true);
  }

  private static MimeBodyPart part(String text, String type, String encoding)
      throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), type)));
    part.setHeader("Content-Type", type);
    part.setHeader("Content-Transfer-Encoding", encoding);
    return part;
  }

  /** The same for every attempt to send this mail, so that a second copy can be recognised. */
  private static String messageId(String key, String from) {
    UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    return "<" + id + from.substring(from.lastIndexOf('@')) + ">";
  }
}
