package fr.vismonjob.site;

import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.page.Notice;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.web.Answer;
import java.util.Map;

/** A visitor with a personal link, and the link's registration. */
record Visitor(SecretLink link, Registration registration) {
  /**
   * The answer after an act: leads to one of the visitor's own pages, which says that it is done.
   */
  Answer done(String page, Notice notice, Map<String, Object> json) {
    String path = "/" + page + "/" + link.text();
    return Answer.Done.ok(path + "?" + PersonalPage.DONE + "=" + notice.code(), json);
  }
}
