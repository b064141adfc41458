/** Reading and writing DynamoDB items, for the tables' classes. */
@NullMarked
package fr.vismonjob.dynamodb;

import org.jspecify.annotations.NullMarked;
