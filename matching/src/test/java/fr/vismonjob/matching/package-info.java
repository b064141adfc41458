@NullMarked
package fr.vismonjob.matching;

import org.jspecify.annotations.NullMarked;
