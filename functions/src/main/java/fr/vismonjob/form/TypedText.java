package fr.vismonjob.form;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Cleans text that somebody typed or pasted: what cannot be seen goes, the rest is composed (NFC).
 * Control characters stay, so that they are refused in words.
 */
public final class TypedText {
  /** White space of Unicode, and letters that show nothing. */
  private static final String BLANK =
      "\\s\\x85\\p{Z}\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0";

  private static final String JOINER = "\\u200C\\u200D";

  /** Marks that have no width and that no language needs, as Unicode's Default_Ignorable lists. */
  private static final String MARK =
      "\\xAD\\u034F\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF"
          + "\\uFFF0-\\uFFFB\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E00FF}";

  /** They choose the form of the character before them. */
  private static final String SELECTOR =
      "\\u180B-\\u180D\\u180F\\uFE00-\\uFE0F\\x{E0100}-\\x{E0FFF}";

  /** What a joiner between two characters changes nothing about, or what stands beside a text. */
  private static final String UNJOINED =
      "\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{N}\\p{P}\\p{Cc}" + BLANK;

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");
  private static final Pattern MARKS = Pattern.compile("[" + MARK + "]+");

  private static final Pattern JOINERS = Pattern.compile("[" + JOINER + "]+");
  private static final Pattern UNJOINED_ONE = Pattern.compile("[" + UNJOINED + "]");
  private static final Pattern AT_START = Pattern.compile("[" + BLANK + JOINER + SELECTOR + "]");
  private static final Pattern AT_END = Pattern.compile("[" + BLANK + JOINER + "]");

  /** Not a line break or a tab: two values may stand on either side, so that it is refused. */
  private static final Pattern NOT_OF_A_CODE =
      Pattern.compile("[%s&&[^ \\n\\t]]".formatted(BLANK + JOINER + MARK + SELECTOR));

  private TypedText() {}

  /** Names and sentences. Line breaks become {@code \n}. The time grows with the length alone. */
  public static String words(String typed) {
    if (isClean(typed)) {
      return typed;
    }
    String composed =
        Normalizer.normalize(LINE_BREAK.matcher(typed).replaceAll("\n"), Normalizer.Form.NFC);
    String seen = MARKS.matcher(composed).replaceAll("");
    return trimmed(
        JOINERS
            .matcher(seen)
            .replaceAll(
                joiner -> isNeeded(seen, joiner.start(), joiner.end()) ? joiner.group() : ""));
  }

  /** Most texts are: letters of western languages and signs, without a blank at either end. */
  private static boolean isClean(String text) {
    return text.chars()
            .allMatch(c -> (c >= ' ' && c <= '~') || (c >= 0xC0 && c <= 0x17F) || c == '\u2019')
        && !text.startsWith(" ")
        && !text.endsWith(" ");
  }

  /** Whether a script or an emoji needs the joiner there. */
  private static boolean isNeeded(String text, int start, int end) {
    return start > 0
        && end < text.length()
        && !is(UNJOINED_ONE, text.codePointBefore(start))
        && !is(UNJOINED_ONE, text.codePointAt(end));
  }

  private static String trimmed(String text) {
    int start = 0;
    while (start < text.length() && is(AT_START, text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    int end = text.length();
    while (end > start && is(AT_END, text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static boolean is(Pattern one, int character) {
    return one.matcher(Character.toString(character)).matches();
  }

  /** The text without its accents, to compare what several people have typed. */
  public static String withoutAccents(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  /**
   * Addresses, numbers and codes, which have no blanks. Plain spaces between other characters stay:
   * each rule decides what they mean.
   */
  public static String code(String typed) {
    return NOT_OF_A_CODE.matcher(words(typed)).replaceAll("").strip();
  }
}
