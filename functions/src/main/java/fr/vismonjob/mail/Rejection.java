package fr.vismonjob.mail;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the mail service reports of a mail that it had taken: it did not arrive, or was not wanted.
 *
 * @param messageId the mail service's own name for the mail
 * @param key the mail's key, where the report carries it
 * @param reason why, as a French sentence without a full stop; never an address
 * @param day when that was
 */
public record Rejection(
    String messageId, Optional<String> key, Gravity gravity, String reason, LocalDate day) {}
