/** A person's registration: what is asked, how it is checked, how it is kept. */
@NullMarked
package fr.vismonjob.registration;

import org.jspecify.annotations.NullMarked;
