/** What organisers are told about an edition. */
@NullMarked
package fr.vismonjob.report;

import org.jspecify.annotations.NullMarked;
