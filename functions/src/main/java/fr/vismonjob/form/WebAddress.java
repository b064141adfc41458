package fr.vismonjob.form;

import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses on the web that people type for others to follow. */
public final class WebAddress {
  /** A host name with a dot and no account before it; then a port, a path, a query. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)https?://[^\\s/?#@:.<>\"]+(\\.[^\\s/?#@:.<>\"]+)+(:[0-9]{1,5})?([/?#][^\\s<>\"]*)?");

  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:(?![0-9])");

  private WebAddress() {}

  /**
   * The address with its scheme: {@code https} if none is typed. Empty if it is none, or one of
   * another scheme, which could run a script on the page.
   */
  public static Optional<String> complete(String typed) {
    String address =
        SCHEME.matcher(typed).find()
            ? typed
            : "https:" + (typed.startsWith("//") ? "" : "//") + typed;
    return Optional.of(address).filter(found -> ADDRESS.matcher(found).matches());
  }
}
