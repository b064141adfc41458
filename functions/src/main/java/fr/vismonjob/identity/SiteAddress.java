package fr.vismonjob.identity;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * The address of the site, with the stage and without a final slash, such as {@code
 * https://example.fr/Prod}.
 *
 * @param url beginning of every link in a mail
 */
public record SiteAddress(String url) {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s?#]+[^/\\s?#]");

  public SiteAddress {
    if (!ADDRESS.matcher(url).matches()) {
      throw new IllegalArgumentException(
          "the address of the site has to be like https://example.fr/Prod, without a final slash,"
              + " not "
              + url);
    }
  }

  /** The path of the site, such as {@code /Prod}; empty at a domain's root. */
  public String basePath() {
    return URI.create(url).getRawPath();
  }

  public String report(ReportLink link) {
    return url + "/rapport/" + link.text();
  }

  /** The address of a page that opens by a link alone, such as {@code binome}. */
  public String personal(String page, SecretLink link) {
    return url + "/" + page + "/" + link.text();
  }
}
