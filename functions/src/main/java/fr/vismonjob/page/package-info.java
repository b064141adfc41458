/**
 * The pages: their models, and {@link fr.vismonjob.page.Pages}, which turns each model into HTML.
 */
@NullMarked
package fr.vismonjob.page;

import org.jspecify.annotations.NullMarked;
