/**
 * Writing and sending the mails of the outbox: claim, read the state again, write the letter, send,
 * record.
 */
@NullMarked
package fr.vismonjob.delivery;

import org.jspecify.annotations.NullMarked;
