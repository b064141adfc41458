package fr.vismonjob.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A mail's key as the value of a message tag, which SES returns with its reports about the mail.
 * The value of a tag may have 256 letters, digits, hyphens and underscores.
 */
public final class MailTag {
  public static final String NAME = "envoi";

  private MailTag() {}

  static String value(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /** The key; empty if the tag is not one of ours. */
  public static Optional<String> key(String value) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
