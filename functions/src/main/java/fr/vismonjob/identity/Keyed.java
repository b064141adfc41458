package fr.vismonjob.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
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
   * The secret of a link of that purpose: 128 bits in base64url, 22 characters.
   *
   * @param parts what it is for; with another part it is another secret
   */
  String secret(String purpose, String... parts) {
    return TEXT.encodeToString(hash(linkKey, purpose, parts));
  }

  /** Takes the same time wherever the two differ. */
  static boolean isSame(String given, String ours) {
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
