package fr.vismonjob.identity;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last part of a report's address: the report, the last day on which the address works, and a
 * secret that only the application can make for these two.
 *
 * @param report such as {@code 2026/2026-11-10/3f1c7a52}
 * @param until last day on which the address works
 */
public record ReportLink(String report, LocalDate until, String secret) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_-]+)\\.([0-9-]{10})\\.([A-Za-z0-9_-]{22})");

  public static ReportLink of(String report, LocalDate until, Keyed keyed) {
    return new ReportLink(report, until, secret(report, until, keyed));
  }

  private static String secret(String report, LocalDate until, Keyed keyed) {
    return keyed.secret("report", report, until.toString());
  }

  public static Optional<ReportLink> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      String report =
          new String(Base64.getUrlDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8);
      return Optional.of(
          new ReportLink(report, LocalDate.parse(matcher.group(2)), matcher.group(3)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the secret is right and the address still works on that day. */
  public boolean opens(LocalDate today, Keyed keyed) {
    return Keyed.isSame(secret, secret(report, until, keyed)) && !today.isAfter(until);
  }

  public String text() {
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(report.getBytes(StandardCharsets.UTF_8))
        + "."
        + until
        + "."
        + secret;
  }
}
