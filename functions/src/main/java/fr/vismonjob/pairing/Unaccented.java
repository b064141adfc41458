package fr.vismonjob.pairing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text without its accents, ligatures and marks of no width; capitals stay. It knows where each
 * of its characters comes from, so that what is found in it can be replaced in the original.
 */
final class Unaccented {
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]");

  private final String original;
  private final String letters;

  /** For each of the letters where it begins in the original; the last is the original's end. */
  private final List<Integer> origins = new ArrayList<>();

  Unaccented(String original) {
    this.original = original;
    StringBuilder all = new StringBuilder();
    int at = 0;
    while (at < original.length()) {
      int character = original.codePointAt(at);
      String part = withoutMarks(Character.toString(character));
      all.append(part);
      for (int i = 0; i < part.length(); i++) {
        origins.add(at);
      }
      at += Character.charCount(character);
    }
    origins.add(at);
    letters = all.toString();
  }

  private static String withoutMarks(String character) {
    String whole =
        switch (character) {
          case "œ" -> "oe";
          case "Œ" -> "OE";
          case "æ" -> "ae";
          case "Æ" -> "AE";
          case "ß" -> "ss";
          case "ø" -> "o";
          case "Ø" -> "O";
          case "ł" -> "l";
          case "Ł" -> "L";
          case "đ" -> "d";
          case "Đ" -> "D";
          case "ı" -> "i";
          default -> Normalizer.normalize(character, Normalizer.Form.NFKD);
        };
    return MARKS.matcher(whole).replaceAll("");
  }

  String letters() {
    return letters;
  }

  /** The original, with another text in the place of all that matches. */
  String replace(Pattern pattern, String replacement) {
    StringBuilder result = new StringBuilder();
    int kept = 0;
    Matcher found = pattern.matcher(letters);
    while (found.find()) {
      result.append(original, kept, origins.get(found.start())).append(replacement);
      kept = origins.get(found.end());
    }
    return result.append(original, kept, original.length()).toString();
  }
}
