package fr.vismonjob.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes (HMAC-SHA256, RFC 2104) under the application's two secret keys: ids keep theirs for
 * ever, links get a new one when all of them are to be void. Each use hashes a purpose of its own,
 * so that a hash made for one use is never valid for another.
 */
public final class Keyed {
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  /** Never changes, so it is read once. */
  private final Supplier<String> idKey;

  private final Current<String> linkKey;

  /**
   * Reads a key at the first hash under it, not before. Only the key of links is read again, before
   * a minute is over; while that fails, the last one serves on.
   */
  public Keyed(InstantSource clock, Supplier<String> idKey, Supplier<String> linkKey) {
    this.idKey = new Lazy<>(idKey);
    this.linkKey = new Current<>(clock, linkKey);
  }

  /** For mails that follow a new key at once: without this they might hold links under the old. */
  public void readLinkKeyAgain() {
    linkKey.forget();
  }

  /** For tests in which no key changes. */
  public Keyed(String key) {
    this(InstantSource.system(), () -> key, () -> key);
  }

  /**
   * The id of the registration with this address and role: 32 hexadecimal digits (128 bits).
   *
   * @param editionKey the edition's own, which is destroyed when the edition is erased
   */
  public String registrationId(String editionKey, String role, String address) {
    return hex(idKey, "registration", editionKey, role, address);
  }

  /** Stands for an address in the count of its mails: 32 hexadecimal digits. */
  public String addressId(String address) {
    return hex(idKey, "address", address);
  }

  /** The same for the count of mails by which ambassadors ask a colleague. */
  public String relayAddressId(String address) {
    return hex(idKey, "relay address", address);
  }

  /** Tells one key of links from another, without a word about the key: 32 hexadecimal digits. */
  public String linkKeyId() {
    readLinkKeyAgain();
    return hex(linkKey, "key");
  }

  /**
   * The secret of a person's link: 128 bits in base64url, 22 characters. It changes with the
   * number.
   */
  public String linkSecret(String registrationId, long number) {
    return TEXT.encodeToString(hash(linkKey, "link", registrationId, Long.toString(number)));
  }

  /**
   * Whether this is the secret of the registration's link; takes the same time wherever the two
   * differ.
   */
  public boolean isLinkSecret(String secret, String registrationId, long number) {
    return isEqual(secret, linkSecret(registrationId, number));
  }

  /** The secret of the link that opens a person's certificate and nothing else. */
  String certificateSecret(String registrationId, long number) {
    return TEXT.encodeToString(hash(linkKey, "certificate", registrationId, Long.toString(number)));
  }

  public boolean isCertificateSecret(String secret, String registrationId, long number) {
    return isEqual(secret, certificateSecret(registrationId, number));
  }

  /** The secret of the link by which somebody takes this as the registration's new address. */
  String addressSecret(String registrationId, long number, String address) {
    return TEXT.encodeToString(
        hash(linkKey, "new address", registrationId, Long.toString(number), address));
  }

  public boolean isAddressSecret(
      String secret, String registrationId, long number, String address) {
    return isEqual(secret, addressSecret(registrationId, number, address));
  }

  /** The secret of the link by which a colleague answers a request of that moment about a pair. */
  String relaySecret(String pair, Instant at) {
    return TEXT.encodeToString(hash(linkKey, "relay", pair, Long.toString(at.toEpochMilli())));
  }

  public boolean isRelaySecret(String secret, String pair, Instant at) {
    return isEqual(secret, relaySecret(pair, at));
  }

  /** The secret of a report's address that works until that day. */
  String reportSecret(String report, String until) {
    return TEXT.encodeToString(hash(linkKey, "report", report, until));
  }

  boolean isReportSecret(String secret, String report, String until) {
    return isEqual(secret, reportSecret(report, until));
  }

  private static boolean isEqual(String given, String ours) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), ours.getBytes(StandardCharsets.UTF_8));
  }

  private static String hex(Supplier<String> key, String purpose, String... parts) {
    return java.util.HexFormat.of().formatHex(hash(key, purpose, parts));
  }

  private static byte[] hash(Supplier<String> key, String purpose, String... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.get().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      for (String part : parts) {
        mac.update((byte) 0);
        mac.update(part.getBytes(StandardCharsets.UTF_8));
      }
      return Arrays.copyOf(mac.doFinal(), 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
