/** What starts the workflows and what their steps hand to each other, as JSON. */
@NullMarked
package fr.vismonjob.workflow;

import org.jspecify.annotations.NullMarked;
