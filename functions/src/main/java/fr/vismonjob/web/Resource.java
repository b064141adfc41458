package fr.vismonjob.web;

import fr.vismonjob.form.Fields;
import java.util.List;

/**
 * What answers at a route. HEAD is answered from {@link #get}; a method that is not listed is
 * refused.
 */
public interface Resource {
  Answer get(Request request);

  /** Acts; only called if {@link #acceptsPost}. */
  default Answer post(Request request, Fields fields) {
    throw new UnsupportedOperationException("POST " + request.route());
  }

  default boolean acceptsPost() {
    return true;
  }

  /** Whether the page is one person's own: never kept by a cache, never indexed. */
  default boolean isPersonal() {
    return false;
  }

  default List<String> methods() {
    return acceptsPost() ? List.of("GET", "HEAD", "POST") : List.of("GET", "HEAD");
  }
}
