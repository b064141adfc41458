package fr.vismonjob.site;

import fr.vismonjob.page.Message;
import fr.vismonjob.page.Notice;
import fr.vismonjob.web.Request;

/**
 * Lets a redirection say to the next page what was done: by a code in the query, never by a text.
 */
final class Notices {
  private static final String PARAMETER = "fait";

  private Notices() {}

  static String path(String path, Notice notice) {
    return path + "?" + PARAMETER + "=" + notice.code();
  }

  static Message of(Request request) {
    return request
        .queryParameter(PARAMETER)
        .flatMap(Notice::of)
        .map(Message::of)
        .orElseGet(Message::none);
  }
}
