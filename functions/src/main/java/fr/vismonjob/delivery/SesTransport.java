package fr.vismonjob.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;

/**
 * Gives raw messages to Amazon SES. The client must not retry by itself: after a time-out it would
 * send the mail twice.
 *
 * @param configurationSet configuration set of SES, which says where SES reports bounces and
 *     complaints
 */
public record SesTransport(SesClient ses, String configurationSet) {
  /** Codes of refusals that concern every mail; SES writes them with or without « Exception ». */
  private static final Set<String> OF_ALL_MAILS =
      Set.of(
          "AccountSendingPaused",
          "ConfigurationSetDoesNotExist",
          "ConfigurationSetSendingPaused",
          "MailFromDomainNotVerified");

  /**
   * SES's words for a sender (in its sandbox, any address) that is not verified; the second words
   * are LocalStack's.
   */
  private static final Pattern NOT_VERIFIED = Pattern.compile("not verified|authority to send");

  /**
   * A gateway that got no answer from the service behind it does not know whether that service sent
   * the mail.
   */
  private static final Set<Integer> GATEWAY_GAVE_UP = Set.of(502, 504);

  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>:,;]+@[^\\s<>:,;]+");
  private static final int LONGEST_REASON = 300;

  /** What the mail service's answer, or a missing answer, says about one message. */
  sealed interface Transmission {
    record Accepted(String messageId) implements Transmission {}

    /** The message was certainly not sent and may be tried again. */
    record NotSent() implements Transmission {}

    /** The mail service takes no mail of this sender until somebody corrects the cause. */
    record Blocked(String reason) implements Transmission {}

    /** The mail service will never take this message. */
    record Refused(String reason) implements Transmission {}

    /** The connection was lost during the request: nobody knows whether the message was sent. */
    record Unknown() implements Transmission {}
  }

  /**
   * @param key the mail's key; SES returns it with its reports about the mail
   */
  Transmission send(String key, String from, String to, byte[] message) {
    try {
      return new Transmission.Accepted(
          ses.sendRawEmail(
                  send ->
                      send.source(from)
                          .destinations(to)
                          .configurationSetName(configurationSet)
                          .tags(List.of(tag(key)))
                          .rawMessage(raw -> raw.data(SdkBytes.fromByteArrayUnsafe(message))))
              .messageId());
    } catch (AwsServiceException e) {
      return answer(e);
    } catch (RuntimeException e) {
      return neverLeft(e) ? new Transmission.NotSent() : new Transmission.Unknown();
    }
  }

  private static MessageTag tag(String key) {
    return MessageTag.builder().name(MailTag.NAME).value(MailTag.value(key)).build();
  }

  private static Transmission answer(AwsServiceException e) {
    int status = e.statusCode();
    if (GATEWAY_GAVE_UP.contains(status)) {
      return new Transmission.Unknown();
    }
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    if (e.isThrottlingException() || status >= 500 || code.equals("LimitExceeded")) {
      return new Transmission.NotSent();
    }
    String said = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorMessage();
    String reason = reason(code, said);
    boolean credentialsRefused = status == 401 || status == 403;
    return credentialsRefused
            || OF_ALL_MAILS.contains(code.replace("Exception", ""))
            || NOT_VERIFIED.matcher(said).find()
        ? new Transmission.Blocked(reason)
        : new Transmission.Refused(reason);
  }

  /** SES repeats addresses in its messages, and the table must not keep them. */
  private static String reason(String code, String said) {
    String reason =
        "refusé par SES : " + code + " (" + ADDRESS.matcher(said).replaceAll("adresse") + ")";
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }

  /** Whether the call failed before it could send the first byte of the request. */
  private static boolean neverLeft(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return io instanceof ConnectException
            || io instanceof UnknownHostException
            || io instanceof NoRouteToHostException
            || io instanceof SSLHandshakeException
            || (io instanceof SocketTimeoutException && connecting(io));
      }
    }
    return false;
  }

  /** The JDK has one exception for both time-outs; only the message says which one it was. */
  private static boolean connecting(IOException timeout) {
    String message = timeout.getMessage();
    return message != null && message.startsWith("Connect timed out");
  }
}
