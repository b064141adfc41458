/** Text files on the class path. */
@NullMarked
package fr.vismonjob.classpath;

import org.jspecify.annotations.NullMarked;
