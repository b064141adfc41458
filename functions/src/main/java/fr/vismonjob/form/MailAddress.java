package fr.vismonjob.form;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mail addresses: the spelling that is kept, and what is wrong with one. */
public final class MailAddress {
  private static final int LONGEST = 254;

  /**
   * RFC 5322's dot-atom before the @, of at most 64 octets in all (RFC 5321, 4.5.3.1.1), and a host
   * name of at least two labels after it.
   */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

  /** Blanks that a telephone's keyboard adds, as after a full stop; not one between two words. */
  private static final Pattern ADDED_BLANKS =
      Pattern.compile("(?<![\\p{L}\\p{N}]) +| +(?![\\p{L}\\p{N}])");

  private MailAddress() {}

  /**
   * The spelling that is kept: in lower case, without blanks, an international domain as it stands
   * in the domain name system ({@code xn--}).
   *
   * @param typed cleaned as a code, see {@link TypedText#code}
   */
  public static String normal(String typed) {
    String address = ADDED_BLANKS.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
    int at = address.lastIndexOf('@');
    return address.substring(0, at + 1) + ascii(address.substring(at + 1));
  }

  /** The domain as it is; an address with one that has no such spelling is refused afterwards. */
  private static String ascii(String domain) {
    // IDNA 2003, which Java knows, takes these two letters for others.
    if (domain.contains("ß") || domain.contains("ς")) {
      return domain;
    }
    try {
      return IDN.toASCII(domain);
    } catch (IllegalArgumentException e) {
      return domain;
    }
  }

  /** What is wrong with an address in its normal spelling, in French; empty if nothing is. */
  public static Optional<String> fault(String normal) {
    if (ADDRESS.matcher(normal).matches() && normal.length() <= LONGEST) {
      return Optional.empty();
    }
    boolean accent = normal.matches(".*[^\\p{ASCII}].*@[^@]*");
    return Optional.of(
        accent
            ? "Une adresse mail n’a ni accent ni autre caractère spécial avant le @. Vérifiez la"
                + " vôtre."
            : "Indiquez une adresse mail de la forme nom@exemple.fr.");
  }
}
