package fr.vismonjob.site;

import fr.vismonjob.form.Fields;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;

/** An address that does not exist: every request is answered with 404. */
final class NoSuchResource implements Resource {
  @Override
  public Answer get(Request request) {
    return new Answer.NotFound();
  }

  @Override
  public Answer post(Request request, Fields fields) {
    return new Answer.NotFound();
  }
}
