package fr.vismonjob.site;

import fr.vismonjob.form.Fields;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;

/** Nothing lives here, whatever is asked of it. */
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
