package fr.vismonjob.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One table's part in a transaction, with its condition; made by the table's class, committed by
 * {@link Transactions}.
 */
public record Write(TransactWriteItem item) {}
