package fr.vismonjob.site;

import fr.vismonjob.form.Fields;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import java.util.Optional;

/**
 * A page that a link opens. Any wrong link gets the same « not found ».
 *
 * @param <T> what the link opens
 */
interface LinkPage<T> extends Resource {
  /** What the request's link opens; empty if the link is not valid. */
  Optional<T> opened(Request request);

  Answer show(T opened, Request request);

  @Override
  default Answer get(Request request) {
    return opened(request).map(opened -> show(opened, request)).orElseGet(Answer.NotFound::new);
  }

  @Override
  default boolean isPersonal() {
    return true;
  }

  /** A page on which somebody acts. */
  interface Form<T> extends LinkPage<T>, Resource.Form {
    Answer act(T opened, Fields fields);

    @Override
    default Answer post(Request request, Fields fields) {
      return opened(request).map(opened -> act(opened, fields)).orElseGet(Answer.NotFound::new);
    }
  }
}
