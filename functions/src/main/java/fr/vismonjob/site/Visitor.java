package fr.vismonjob.site;

import fr.vismonjob.identity.PersonLink;
import fr.vismonjob.registration.Registration;

/** A visitor with a personal link, and the link's registration. */
record Visitor(PersonLink link, Registration registration) {

  /** The path of one of the visitor's own pages, for a redirection. */
  String path(String page) {
    return "/" + page + "/" + link.text();
  }
}
