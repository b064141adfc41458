package fr.vismonjob.web;

import fr.vismonjob.form.Fields;

/** An address that does not exist: every request is answered with 404. */
final class NoSuchResource implements Resource.Form {
  @Override
  public Answer get(Request request) {
    return new Answer.NotFound();
  }

  @Override
  public Answer post(Request request, Fields fields) {
    return new Answer.NotFound();
  }
}
