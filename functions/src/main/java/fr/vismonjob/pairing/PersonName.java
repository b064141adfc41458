package fr.vismonjob.pairing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How to find a first or last name in a text without accents, as a regular expression.
 *
 * <p>A name of at least three letters is found in any capitals, whatever stands between its words.
 * One that is shorter, or that is an everyday word such as "les", must begin with a capital. An
 * everyday word also needs the other name or a title beside it, since sentences begin with it too.
 */
record PersonName(String typed) {
  private static final int SHORT = 3;

  /** French words of grammar that are names as well, or could be, without accents. */
  private static final Set<String> EVERYDAY =
      Set.of(
          ("a ai as au aux avec bien c ca car ce ces cet chez d dans de des donc du elle elles en"
               + " entre est et eu eux fut hier ici il ils j je l la le les leur lors lui m ma mais"
               + " me mes moi mon n ne ni non nos notre nous on ont or ou oui par pas peu plus pour"
               + " pres qu quand que qui s sa sans se sera ses si soi son sont sous sur t ta te tes"
               + " toi ton tous tout tres trop tu un une va vers voici vos votre vous vu y")
              .split(" "));

  private static final String NO_LETTER = "[^\\p{L}\\p{N}]";
  private static final String BEGIN = "(?<![\\p{L}\\p{N}])";
  private static final String END = "(?![\\p{L}\\p{N}])";
  private static final String AFTER_TITLE =
      "(?<=(?<![\\p{L}\\p{N}])(?iu:m|mr|mme|mlle|monsieur|madame|mademoiselle)\\.?\\s{1,2})";

  boolean isDoubtful() {
    return isShort() || isEveryday();
  }

  /** A script without capitals has short names that are no words of French. */
  private boolean isShort() {
    return words().chars().filter(Character::isLetter).count() < SHORT
        && words().codePoints().anyMatch(PersonName::hasCase);
  }

  private boolean isEveryday() {
    return Pattern.compile(" ")
        .splitAsStream(words().toLowerCase(Locale.ROOT))
        .allMatch(EVERYDAY::contains);
  }

  private static boolean hasCase(int letter) {
    return Character.isUpperCase(letter) || Character.isLowerCase(letter);
  }

  /** The words of the name; a name of signs alone, such as a heart, is one word. */
  private String words() {
    String letters = new Unaccented(typed).letters();
    String words = letters.replaceAll(NO_LETTER + "+", " ").strip();
    return words.isEmpty() ? letters : words;
  }

  /** The name beside nothing that would tell that it is one. */
  String alone() {
    return isEveryday() ? AFTER_TITLE + BEGIN + itself() + END : BEGIN + itself() + END;
  }

  /** The name with the other name after it. */
  String before(PersonName other) {
    return BEGIN + itself() + NO_LETTER + "{1,3}" + other.itself() + END;
  }

  private String itself() {
    String anyCapitals =
        Pattern.compile(" ")
            .splitAsStream(words())
            .map(Pattern::quote)
            .collect(Collectors.joining(NO_LETTER + "{0,3}"));
    return (isDoubtful() ? "(?!\\p{Ll})" : "") + "(?iu:" + anyCapitals + ")";
  }
}
