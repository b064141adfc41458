package fr.vismonjob.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One table's part in a transaction, with its condition. The table's class makes it, {@link
 * Transactions} commits it.
 */
public record Write(TransactWriteItem item) {}
