package fr.vismonjob.page;

import fr.vismonjob.identity.PersonLink;

/**
 * Where pages and assets live.
 *
 * @param basePath what every address on a page starts with, such as {@code /Prod}; empty at a
 *     domain's root
 */
public record Site(String basePath, Assets assets) {
  public Site {
    if (!basePath.isEmpty() && !basePath.matches("/.*[^/]")) {
      throw new IllegalArgumentException(
          "a base path starts with a slash and does not end with one: " + basePath);
    }
  }

  /** The address of a page, given from the site's root on. */
  public String path(String path) {
    return basePath + path;
  }

  public String asset(String name) {
    return basePath + "/assets/" + assets.hashed(name);
  }

  /** The address of a person's own page, such as {@code inscription}. */
  public String personal(String page, PersonLink link) {
    return basePath + "/" + page + "/" + link.text();
  }
}
