/** Reads and writes DynamoDB items, for the classes of the tables. */
@NullMarked
package fr.vismonjob.dynamodb;

import org.jspecify.annotations.NullMarked;
