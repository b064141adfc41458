/** Erases an edition's personal data when its retention has ended. */
@NullMarked
package fr.vismonjob.erasure;

import org.jspecify.annotations.NullMarked;
