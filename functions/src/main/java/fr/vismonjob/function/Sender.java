package fr.vismonjob.function;

/**
 * Who sends a mail: the stream at once, a workflow in batches, or every hour what was postponed. A
 * dimension of a metric.
 */
enum Sender {
  STREAM,
  WORKFLOW,
  HOURLY
}
