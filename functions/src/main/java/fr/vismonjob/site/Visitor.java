package fr.vismonjob.site;

import fr.vismonjob.identity.PersonLink;
import fr.vismonjob.registration.Registration;

/** Whoever came with a link of their own: the link and the registration it opens. */
record Visitor(PersonLink link, Registration registration) {

  /** A page of the visitor's own, as a redirection names it. */
  String path(String page) {
    return "/" + page + "/" + link.text();
  }
}
