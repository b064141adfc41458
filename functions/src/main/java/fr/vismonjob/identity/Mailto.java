package fr.vismonjob.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes a mail address as it stands in a {@code mailto:} link (RFC 6068). */
public final class Mailto {
  private Mailto() {}

  /** Percent-encoded, so that no character of the address begins a subject or another recipient. */
  public static String encoded(String address) {
    int at = address.lastIndexOf('@');
    return part(address.substring(0, at)) + "@" + part(address.substring(at + 1));
  }

  private static String part(String text) {
    // A form's encoding differs only in the blank.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
