/** A person's registration: its fields, their rules, its table. */
@NullMarked
package fr.vismonjob.registration;

import org.jspecify.annotations.NullMarked;
