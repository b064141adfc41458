package fr.vismonjob.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The mail service's report that a mail it had accepted did not arrive, or was reported as spam.
 *
 * @param messageId the mail service's id of the mail
 * @param key the mail's key, if the report has it
 * @param recipients to whom the mail went; empty if the report does not say so
 * @param reason the reason, as a French sentence without a full stop and without an address
 * @param day the day of the report
 */
public record Rejection(
    String messageId,
    Optional<String> key,
    List<String> recipients,
    Gravity gravity,
    String reason,
    LocalDate day) {
  /**
   * How bad the rejection of a mail is, the worst last. The names are those of the table. Of two
   * reports about one mail the worse one counts, in whatever order they come.
   */
  public enum Gravity {
    /** Another mail may arrive: the mailbox is full, or a server does not work. */
    TEMPORAIRE,
    /** No mail will ever arrive at this address. */
    DEFINITIF,
    /** The mail arrived, and the recipient reported it as spam. */
    PLAINTE;

    /** Whether no more mail is sent to that person. */
    public boolean stopsMails() {
      return this != TEMPORAIRE;
    }
  }

  public Rejection {
    recipients = List.copyOf(recipients);
  }

  /** Whether it says anything about this address. */
  public boolean isAbout(String address) {
    return recipients.isEmpty() || recipients.stream().anyMatch(address::equalsIgnoreCase);
  }
}
