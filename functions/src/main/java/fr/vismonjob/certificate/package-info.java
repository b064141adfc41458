/** The certificate of participation, and how it is put on paper. */
@NullMarked
package fr.vismonjob.certificate;

import org.jspecify.annotations.NullMarked;
