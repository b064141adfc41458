/**
 * Pairs of an ambassador and a student: made by the matching run, then lived through by the two.
 */
@NullMarked
package fr.vismonjob.pairing;

import org.jspecify.annotations.NullMarked;
