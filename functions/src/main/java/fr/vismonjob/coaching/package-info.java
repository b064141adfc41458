/** The hour of coaching that ambassadors may book. */
@NullMarked
package fr.vismonjob.coaching;

import org.jspecify.annotations.NullMarked;
