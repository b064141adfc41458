package fr.vismonjob.web;

import fr.vismonjob.form.Fields;
import java.util.List;

/**
 * The resource at a route. HEAD is answered from {@link #get}. Methods that are not here are
 * refused.
 */
public interface Resource {
  Answer get(Request request);

  /** Carries out a POST; only called if {@link #acceptsPost}. */
  default Answer post(Request request, Fields fields) {
    throw new UnsupportedOperationException(
        "the resource at " + request.route() + " takes no POST: acceptsPost() should say so");
  }

  default boolean acceptsPost() {
    return true;
  }

  /**
   * Whether the page is about one person, so that no cache keeps it and no search engine indexes
   * it.
   */
  default boolean isPersonal() {
    return false;
  }

  default List<String> methods() {
    return acceptsPost() ? List.of("GET", "HEAD", "POST") : List.of("GET", "HEAD");
  }
}
