package fr.vismonjob.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes a mail address as it stands in a {@code mailto:} link (RFC 6068). */
public final class Mailto {
  private Mailto() {}

  /**
   * Percent-encoded, so that no character of the address begins a subject or another recipient.
   * What an organiser typed may be no address at all.
   */
  public static String encoded(String address) {
    return URLEncoder.encode(address, StandardCharsets.UTF_8)
        // A form's encoding differs in the blank.
        .replace("+", "%20")
        .replaceFirst("%40(?!.*%40)", "@");
  }
}
