package fr.vismonjob.delivery;

import fr.vismonjob.identity.PersonLink;
import fr.vismonjob.identity.SiteAddress;

/** A person's own pages, for the templates. */
public record Links(SiteAddress site, PersonLink link) {
  public String page(String name) {
    return site.personal(name, link);
  }

  /** A page that is everybody's. */
  public String common(String name) {
    return site.url() + "/" + name;
  }
}
