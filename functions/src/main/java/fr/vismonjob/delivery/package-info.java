/**
 * Composing and sending the mails of the outbox: claim, read the state again, compose, send,
 * record.
 */
@NullMarked
package fr.vismonjob.delivery;

import org.jspecify.annotations.NullMarked;
