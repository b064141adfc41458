/**
 * Writes and sends the mails of the outbox: claims a mail, reads the state again, writes the
 * letter, sends it, records the outcome.
 */
@NullMarked
package fr.vismonjob.delivery;

import org.jspecify.annotations.NullMarked;
