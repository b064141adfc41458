@NullMarked
package fr.vismonjob.function;

import org.jspecify.annotations.NullMarked;
