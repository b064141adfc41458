package fr.vismonjob.page;

import fr.vismonjob.identity.SecretLink;

/**
 * The addresses of pages and assets.
 *
 * @param basePath beginning of every address on a page, such as {@code /Prod}; empty at a domain's
 *     root
 */
public record Site(String basePath, Assets assets) {
  public Site {
    if (!basePath.isEmpty() && !basePath.matches("/.*[^/]")) {
      throw new IllegalArgumentException(
          "the base path has to start with a slash and not to end with one: " + basePath);
    }
  }

  /** The address of a page, given its path from the site's root. */
  public String path(String path) {
    return basePath + path;
  }

  public String asset(String name) {
    return basePath + "/assets/" + assets.hashed(name);
  }

  /** The address of a page that opens by a link alone, such as {@code inscription}. */
  public String personal(String page, SecretLink link) {
    return basePath + "/" + page + "/" + link.text();
  }
}
