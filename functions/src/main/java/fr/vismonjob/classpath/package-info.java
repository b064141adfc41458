/** Files that come along with the code. */
@NullMarked
package fr.vismonjob.classpath;

import org.jspecify.annotations.NullMarked;
