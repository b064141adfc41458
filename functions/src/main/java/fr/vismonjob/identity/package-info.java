/**
 * The secret key's uses: registration ids that do not tell the address, and links that only the
 * person has.
 */
@NullMarked
package fr.vismonjob.identity;

import org.jspecify.annotations.NullMarked;
