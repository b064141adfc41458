package fr.vismonjob.web;

import fr.vismonjob.form.FieldReader.Violation;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The answer of a resource, for browsers and programs alike. It holds its page as a supplier, so
 * that the page is only made for browsers.
 */
public sealed interface Answer {

  /** The page or the facts that were asked for. */
  record Shown(Supplier<String> page, Map<String, Object> json) implements Answer {}

  /**
   * A POST worked: a browser goes to {@code path} (below the site's address), a program gets the
   * new state.
   */
  record Done(String path, int jsonStatus, Map<String, Object> json) implements Answer {
    public static Done ok(String path, Map<String, Object> json) {
      return new Done(path, 200, json);
    }
  }

  /** Some fields are wrong: the form again, or a problem that lists them. */
  record Invalid(Supplier<String> page, List<Violation> violations) implements Answer {}

  /** The present state does not allow it; {@code reason} is a complete French sentence. */
  record Conflict(Supplier<String> page, String reason) implements Answer {}

  /** There is nothing at this address, or nothing that the visitor may see. */
  record NotFound() implements Answer {}

  /** JSON, for programs and browsers alike. */
  record Data(Object json, Map<String, String> headers) implements Answer {}

  record File(byte[] content, Map<String, String> headers) implements Answer {}
}
