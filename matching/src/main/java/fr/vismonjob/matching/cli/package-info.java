/** The engine as a program: files in, files out. */
@NullMarked
package fr.vismonjob.matching.cli;

import org.jspecify.annotations.NullMarked;
