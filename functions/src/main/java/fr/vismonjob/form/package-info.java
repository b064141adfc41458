/** Forms: their fields, what was typed, and what is wrong with it. */
@NullMarked
package fr.vismonjob.form;

import org.jspecify.annotations.NullMarked;
