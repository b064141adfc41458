@NullMarked
package fr.vismonjob.matching.cli;

import org.jspecify.annotations.NullMarked;
