@NullMarked
package fr.vismonjob.metric;

import org.jspecify.annotations.NullMarked;
