/** What a form is: what was typed, how each field is read, and what is wrong with it. */
@NullMarked
package fr.vismonjob.form;

import org.jspecify.annotations.NullMarked;
