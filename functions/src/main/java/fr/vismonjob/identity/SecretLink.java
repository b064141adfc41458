package fr.vismonjob.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last part of an address that only its reader knows, {@code {id}.{secret}}. Whoever has it may
 * see and do what it is for, and nothing else.
 *
 * @param id of what it is about: a registration, a pair, a wish
 */
public record SecretLink(String id, String secret) {
  private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})\\.([A-Za-z0-9_-]{22})");

  /**
   * A person's link: the same for all pages and mails of that person.
   *
   * @param number of the link; with another number it is another link
   */
  public static SecretLink of(String registrationId, long number, Keyed keyed) {
    return new SecretLink(
        registrationId, keyed.secret("link", registrationId, Long.toString(number)));
  }

  /**
   * The link of the person's certificate, which can be handed on: it opens the certificate alone.
   */
  public static SecretLink ofCertificate(String registrationId, long number, Keyed keyed) {
    return new SecretLink(
        registrationId, keyed.secret("certificate", registrationId, Long.toString(number)));
  }

  /** The link that goes to a new address: it opens the page that takes it, and nothing else. */
  public static SecretLink ofNewAddress(
      String registrationId, long number, String address, Keyed keyed) {
    return new SecretLink(
        registrationId,
        keyed.secret("new address", registrationId, Long.toString(number), address));
  }

  /**
   * The link by which a colleague answers who is asked to host in an ambassador's place.
   *
   * @param at when the colleague was asked: a later request has another link
   */
  public static SecretLink ofRelay(String pair, Instant at, Keyed keyed) {
    return new SecretLink(pair, keyed.secret("relay", pair, Long.toString(at.toEpochMilli())));
  }

  public static Optional<SecretLink> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new SecretLink(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** Whether somebody has given the link that we would make. */
  public boolean is(SecretLink ours) {
    return Keyed.isSame(text(), ours.text());
  }

  public String text() {
    return id + "." + secret;
  }
}
