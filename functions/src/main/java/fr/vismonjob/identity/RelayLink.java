package fr.vismonjob.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last part of the address by which a colleague answers who is asked to host in an ambassador's
 * place, {@code {pair}.{secret}}. It opens nothing else.
 */
public record RelayLink(String pair, String secret) {
  private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})\\.([A-Za-z0-9_-]{22})");

  /**
   * @param at when the colleague was asked: a later request has another link
   */
  public static RelayLink of(String pair, Instant at, Keyed keyed) {
    return new RelayLink(pair, keyed.relaySecret(pair, at));
  }

  public static Optional<RelayLink> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new RelayLink(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  public String text() {
    return pair + "." + secret;
  }
}
