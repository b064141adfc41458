package fr.vismonjob.mail;

import java.util.Optional;

/**
 * A mail that did not arrive.
 *
 * @param gravity gravity of its rejection; empty if it was never sent
 */
public record LostMail(String registration, MailKind kind, Optional<Gravity> gravity) {}
