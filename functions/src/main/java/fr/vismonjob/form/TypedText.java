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

  /** Joiners that no script and no emoji needs. */
  private static final Pattern USELESS_JOINERS =
      Pattern.compile(
          "(?<=^|[%s])[%s]+|[%s]+(?=$|[%s])".formatted(UNJOINED, JOINER, JOINER, UNJOINED));

  private static final Pattern ENDS =
      Pattern.compile("^[%s]+|[%s]+$".formatted(BLANK + JOINER + SELECTOR, BLANK + JOINER));

  /** Not a line break or a tab: two values may stand on either side, so that it is refused. */
  private static final Pattern NOT_OF_A_CODE =
      Pattern.compile("[%s&&[^ \\n\\t]]".formatted(BLANK + JOINER + MARK + SELECTOR));

  private TypedText() {}

  /** Names and sentences. Line breaks become {@code \n}. */
  public static String words(String typed) {
    String composed =
        Normalizer.normalize(LINE_BREAK.matcher(typed).replaceAll("\n"), Normalizer.Form.NFC);
    String seen = MARKS.matcher(composed).replaceAll("");
    return ENDS.matcher(USELESS_JOINERS.matcher(seen).replaceAll("")).replaceAll("");
  }

  /**
   * Addresses, numbers and codes, which have no blanks. Plain spaces between other characters stay:
   * each rule decides what they mean.
   */
  public static String code(String typed) {
    return NOT_OF_A_CODE.matcher(words(typed)).replaceAll("").strip();
  }
}
