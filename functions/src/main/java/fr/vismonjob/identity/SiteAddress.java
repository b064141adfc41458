package fr.vismonjob.identity;

import java.net.URI;

/**
 * Where the site lives, with the stage and without a final slash, such as {@code
 * https://example.fr/Prod}.
 *
 * @param url what every link in a mail starts with
 */
public record SiteAddress(String url) {
  public SiteAddress {
    if (!url.matches("https?://[^\\s?#]+[^/\\s?#]")) {
      throw new IllegalArgumentException("not the address of a site: " + url);
    }
  }

  /** The path under which the site lives, such as {@code /Prod}; empty at a domain's root. */
  public String basePath() {
    return URI.create(url).getRawPath();
  }

  /** A report of an edition. */
  public String report(ReportLink link) {
    return url + "/rapport/" + link.text();
  }

  /** A page of this person's own, such as {@code confirmation} or {@code binome}. */
  public String personal(String page, PersonLink link) {
    return url + "/" + page + "/" + link.text();
  }
}
