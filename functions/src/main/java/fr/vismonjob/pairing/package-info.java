/**
 * Pairs of an ambassador and a student: the matching run that makes them, and what the two do with
 * them.
 */
@NullMarked
package fr.vismonjob.pairing;

import org.jspecify.annotations.NullMarked;
