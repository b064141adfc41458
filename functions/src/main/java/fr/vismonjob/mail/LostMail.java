package fr.vismonjob.mail;

import java.util.Optional;

/**
 * A mail that did not get where it should.
 *
 * @param gravity of its rejection; empty if it never left
 */
public record LostMail(String registration, MailKind kind, Optional<Gravity> gravity) {}
