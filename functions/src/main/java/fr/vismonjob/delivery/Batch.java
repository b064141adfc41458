package fr.vismonjob.delivery;

import fr.vismonjob.delivery.SesTransport.Transmission;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Mails that are sent one after the other. Once SES has refused a sender whatever the mail, the
 * batch does not ask it about that sender again; mails of other senders go on.
 */
public final class Batch {
  private final String run;
  private final LocalDate today;
  private final Map<String, String> refusedSenders = new HashMap<>();

  /**
   * @param run names what sends the batch; written on a mail that is held back
   * @param today the day of the workflow; a reminder that is too late by then is not sent
   */
  public Batch(String run, LocalDate today) {
    this.run = run;
    this.today = today;
  }

  String run() {
    return run;
  }

  LocalDate today() {
    return today;
  }

  /** What SES has said about the sender, if it refuses all of that sender's mails. */
  Optional<Transmission> refusal(String sender) {
    return Optional.ofNullable(refusedSenders.get(sender)).map(Transmission.Blocked::new);
  }

  void refused(String sender, String reason) {
    refusedSenders.put(sender, reason);
  }
}
