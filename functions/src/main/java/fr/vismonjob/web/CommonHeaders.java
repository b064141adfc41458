package fr.vismonjob.web;

import java.util.Map;

/** The headers that every answer has. */
final class CommonHeaders {
  /**
   * Allows no script or style but the site's own files, no frame and no other host. A file may set
   * its own policy.
   */
  private static final Map<String, String> OF_ALL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src"
              + " 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
              + " 'none'",
          "Strict-Transport-Security",
          "max-age=31536000; includeSubDomains",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Permissions-Policy",
          "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private CommonHeaders() {}

  /**
   * @param personal whether the answer is for one person, and is kept nowhere
   */
  static Response on(Response response, boolean personal) {
    Response cached =
        personal
            ? response.with("Cache-Control", "no-store").with("X-Robots-Tag", "noindex")
            : response.withAllUnlessGiven(Map.of("Cache-Control", "no-cache"));
    return cached.withAllUnlessGiven(OF_ALL).with("Vary", "Accept, Accept-Encoding");
  }
}
