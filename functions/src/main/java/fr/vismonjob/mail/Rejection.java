package fr.vismonjob.mail;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The mail service's report that a mail it had accepted did not arrive, or was reported as spam.
 *
 * @param messageId the mail service's id of the mail
 * @param key the mail's key, if the report has it
 * @param reason the reason, as a French sentence without a full stop and without an address
 * @param day the day of the report
 */
public record Rejection(
    String messageId, Optional<String> key, Gravity gravity, String reason, LocalDate day) {}
