@NullMarked
package fr.vismonjob.json;

import org.jspecify.annotations.NullMarked;
