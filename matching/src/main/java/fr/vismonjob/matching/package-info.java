/**
 * The matching engine: from a pool of students and ambassadors to the best possible pairs.
 *
 * <p>Read in this order: {@link Instance} (what is given), {@link Points} (how a pair is scored),
 * {@link Matcher} (the way from one to the other), {@link Matching} (what comes out), {@link
 * Verifier} (how one knows that it is right).
 */
@NullMarked
package fr.vismonjob.matching;

import org.jspecify.annotations.NullMarked;
