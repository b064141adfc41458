/**
 * The workflows' steps: what starts them, what they hand to each other, and how that is written as
 * JSON.
 */
@NullMarked
package fr.vismonjob.workflow;

import org.jspecify.annotations.NullMarked;
