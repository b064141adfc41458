package fr.vismonjob.web;

import fr.vismonjob.form.Fields;

/**
 * The resource at a route. HEAD is answered from {@link #get}. Methods that are not here are
 * refused.
 */
public interface Resource {
  Answer get(Request request);

  /**
   * Whether the page is about one person, so that no cache keeps it and no search engine indexes
   * it.
   */
  default boolean isPersonal() {
    return false;
  }

  /** A resource that also takes POST. */
  interface Form extends Resource {
    Answer post(Request request, Fields fields);
  }
}
