/**
 * What lives at the site's addresses: each resource decodes, calls one use case and says what to
 * answer. The rooms below (registration, coaching, pairing) know nothing of pages; here the two
 * meet.
 */
@NullMarked
package fr.vismonjob.site;

import org.jspecify.annotations.NullMarked;
