package fr.vismonjob.web;

/** The pages that any path may end on; {@code reason} is French and complete. */
public interface ErrorPages {
  String notFound();

  /** For 400, 405, 413 and 415. */
  String refused(int status, String reason);

  /** For 500; the reference finds the cause in our logs. */
  String fault(String reference);

  /** For 503: a setting of the organisers' cannot be used. */
  String unavailable(String reason, String reference);
}
