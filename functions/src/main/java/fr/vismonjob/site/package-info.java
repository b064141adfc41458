/**
 * The resources at the site's addresses. Each decodes the request, calls one use case and chooses
 * the answer. The rooms below (registration, coaching, pairing) know nothing of pages; this package
 * brings the two together.
 */
@NullMarked
package fr.vismonjob.site;

import org.jspecify.annotations.NullMarked;
