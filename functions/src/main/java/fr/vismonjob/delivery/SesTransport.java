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
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;

/**
 * Hands raw messages to Amazon SES. The client must not retry by itself: after a time-out it would
 * send the mail twice.
 *
 * @param configurationSet of SES: where it reports bounces and complaints to
 */
public record SesTransport(SesClient ses, String configurationSet) {
  /** Refusals that a person at the console can lift: the mail may go later, unchanged. */
  private static final Set<String> PAUSED =
      Set.of("AccountSendingPaused", "AccountSendingPausedException", "LimitExceeded");

  /** A gateway that gave up on the service behind it does not know what that one did. */
  private static final Set<Integer> GATEWAY_GAVE_UP = Set.of(502, 504);

  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>:,;]+@[^\\s<>:,;]+");
  private static final int LONGEST_REASON = 300;

  /**
   * @param key goes along, and comes back with what SES reports of the mail
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
    } catch (SdkClientException e) {
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
    boolean credentialsRefused = status == 401 || status == 403;
    if (e.isThrottlingException() || status >= 500 || credentialsRefused || PAUSED.contains(code)) {
      return new Transmission.NotSent();
    }
    return new Transmission.Refused(reason(e, code));
  }

  /** SES repeats addresses in its messages; the ledger must not keep any. */
  private static String reason(AwsServiceException e, String code) {
    String said = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorMessage();
    String reason =
        "refusé par SES : " + code + " (" + ADDRESS.matcher(said).replaceAll("adresse") + ")";
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }

  /** Whether the failure came before the first byte of the request could leave. */
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

  /** The JDK has one exception for both time-outs and tells them apart by the message only. */
  private static boolean connecting(IOException timeout) {
    String message = timeout.getMessage();
    return message != null && message.startsWith("Connect timed out");
  }
}
