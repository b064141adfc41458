@NullMarked
package fr.vismonjob.web;

import org.jspecify.annotations.NullMarked;
