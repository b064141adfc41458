/** The organisers' report on an edition. */
@NullMarked
package fr.vismonjob.report;

import org.jspecify.annotations.NullMarked;
