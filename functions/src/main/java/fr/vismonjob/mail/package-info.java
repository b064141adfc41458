/**
 * The outbox and ledger of mails: what will be sent, and what was. {@code delivery} writes their
 * letters and sends them.
 */
@NullMarked
package fr.vismonjob.mail;

import org.jspecify.annotations.NullMarked;
