/**
 * An edition of the event: its days, what is due on each of them, and the working days around it.
 */
@NullMarked
package fr.vismonjob.edition;

import org.jspecify.annotations.NullMarked;
