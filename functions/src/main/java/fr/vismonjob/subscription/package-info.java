/** Who wants to be told of the next edition. */
@NullMarked
package fr.vismonjob.subscription;

import org.jspecify.annotations.NullMarked;
