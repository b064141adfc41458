/** Registration ids from which nobody can find the address, and links that nobody can guess. */
@NullMarked
package fr.vismonjob.identity;

import org.jspecify.annotations.NullMarked;
