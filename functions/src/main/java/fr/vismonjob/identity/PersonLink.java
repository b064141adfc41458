package fr.vismonjob.identity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last part of a person's addresses, {@code {id}.{secret}}: the same for all pages and mails of
 * that person.
 */
public record PersonLink(String registrationId, String secret) {
  private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})\\.([A-Za-z0-9_-]{22})");

  public static PersonLink of(String registrationId, long number, Keyed keyed) {
    return new PersonLink(registrationId, keyed.linkSecret(registrationId, number));
  }

  /**
   * The link of the person's certificate, which can be handed on: it opens the certificate alone.
   */
  public static PersonLink ofCertificate(String registrationId, long number, Keyed keyed) {
    return new PersonLink(registrationId, keyed.certificateSecret(registrationId, number));
  }

  /** The link that goes to a new address: it opens the page that takes it, and nothing else. */
  public static PersonLink ofNewAddress(
      String registrationId, long number, String address, Keyed keyed) {
    return new PersonLink(registrationId, keyed.addressSecret(registrationId, number, address));
  }

  public static Optional<PersonLink> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new PersonLink(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  public String text() {
    return registrationId + "." + secret;
  }
}
