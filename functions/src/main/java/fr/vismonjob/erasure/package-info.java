/** Erasing personal data: of one person who asks for it, or of an edition whose time has passed. */
@NullMarked
package fr.vismonjob.erasure;

import org.jspecify.annotations.NullMarked;
