package fr.vismonjob.site;

import fr.vismonjob.page.Message;
import fr.vismonjob.page.Notice;
import fr.vismonjob.page.Pages;
import fr.vismonjob.registration.Role;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.ErrorPage;
import fr.vismonjob.web.Request;
import java.util.Optional;

/** A page for people with a personal link. */
interface PersonalPage extends LinkPage<Visitor> {
  /** Lets a redirection say what was done: by a code in the query, never by a text. */
  String DONE = "fait";

  Visits visits();

  /** Whether people of that role have the page. */
  default boolean isFor(Role role) {
    return true;
  }

  @Override
  default Optional<Visitor> opened(Request request) {
    return visits().visitor(request).filter(found -> isFor(found.registration().role()));
  }

  default Pages pages() {
    return visits().pages().get();
  }

  /** The answer to an act that is not possible, if the page cannot show the reason itself. */
  default Answer conflict(String reason) {
    return new Answer.Conflict(() -> pages().error(ErrorPage.conflict(reason)), reason);
  }

  static Message message(Visitor visitor, Request request) {
    return request
        .queryParameter(DONE)
        .flatMap(Notice::of)
        .map(notice -> Message.of(notice, visitor.registration()))
        .orElseGet(Message::none);
  }

  /** A page on which a person acts. */
  interface Form extends PersonalPage, LinkPage.Form<Visitor> {}
}
