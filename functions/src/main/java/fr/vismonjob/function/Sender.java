package fr.vismonjob.function;

/** Who sends a mail: the stream at once, or a workflow in batches. A dimension of a metric. */
enum Sender {
  STREAM,
  WORKFLOW
}
