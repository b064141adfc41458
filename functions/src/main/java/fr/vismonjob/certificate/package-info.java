/** The certificate of participation, and its PDF. */
@NullMarked
package fr.vismonjob.certificate;

import org.jspecify.annotations.NullMarked;
