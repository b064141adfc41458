/** HTTP: requests, answers, reading bodies, and choosing between HTML and JSON. */
@NullMarked
package fr.vismonjob.web;

import org.jspecify.annotations.NullMarked;
