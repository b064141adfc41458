package fr.vismonjob.web;

/**
 * The pages for errors, which any path may answer; {@code reason} is a complete French sentence.
 */
public interface ErrorPages {
  String notFound();

  /** For 400, 405, 413 and 415. */
  String refused(int status, String reason);

  /** For 500; the reference finds the cause in the log. */
  String fault(String reference);

  /** For 503: a setting of the organisers is wrong. */
  String unavailable(String reason, String reference);
}
