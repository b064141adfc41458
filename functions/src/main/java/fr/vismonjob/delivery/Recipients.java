package fr.vismonjob.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whom this environment may write to. A trial environment writes to a few addresses only. The same
 * patterns stand in the senders' roles, as IAM's condition on {@code ses:Recipients}.
 *
 * @param patterns each a whole address, in which {@code *} stands for any characters and {@code ?}
 *     for one
 */
public record Recipients(List<String> patterns) {
  public Recipients {
    patterns = List.copyOf(patterns);
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException(
          "no recipient is allowed: write * to allow all, or some like *@example.fr");
    }
  }

  /**
   * @param list patterns with commas between them
   */
  public static Recipients of(String list) {
    return new Recipients(
        Arrays.stream(list.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList());
  }

  boolean include(String address) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, address));
  }

  private static boolean matches(String pattern, String address) {
    String regex =
        pattern
            .chars()
            .mapToObj(
                each ->
                    switch (each) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(each));
                    })
            .collect(Collectors.joining());
    return address.matches(regex);
  }
}
