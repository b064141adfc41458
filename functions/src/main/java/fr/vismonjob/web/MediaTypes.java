package fr.vismonjob.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the headers Content-Type and Accept (RFC 9110 §8.3 and §12.5.1). */
final class MediaTypes {
  private MediaTypes() {}

  /** The type of a Content-Type header, without parameters, in lower case. */
  static String of(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The types of an Accept header in its order, without those of quality 0. */
  static List<String> listOf(String accept) {
    return Arrays.stream(accept.split(",", -1))
        .filter(range -> !isRefused(range))
        .map(MediaTypes::of)
        .toList();
  }

  static boolean names(String accept, String type) {
    return listOf(accept).contains(type);
  }

  private static boolean isRefused(String range) {
    return Arrays.stream(range.split(";", -1))
        .map(String::strip)
        .anyMatch(p -> p.matches("(?i)q=0(\\.0*)?"));
  }
}
