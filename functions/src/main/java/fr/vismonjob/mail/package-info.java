/**
 * The outbox and ledger of mails: what is to be sent, what was. Composing and sending is {@code
 * delivery}'s.
 */
@NullMarked
package fr.vismonjob.mail;

import org.jspecify.annotations.NullMarked;
