/**
 * HTTP as this site speaks it: requests, answers, how a body is read and which form an answer
 * takes.
 */
@NullMarked
package fr.vismonjob.web;

import org.jspecify.annotations.NullMarked;
