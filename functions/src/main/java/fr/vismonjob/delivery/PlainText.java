package fr.vismonjob.delivery;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** Writes a letter's HTML as text, for mail programs and people that show no HTML. */
final class PlainText {
  private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n]+");

  /** With the unbreakable space that French puts before it. */
  private static final String COLON = "\u00a0:";

  private PlainText() {}

  static String of(Document letter) {
    Elements body = letter.select(".card > *").not("h1, .full");
    return blocks(body) + "\n\n--------\n" + blocks(letter.select(".foot > *")) + "\n";
  }

  private static String blocks(Elements blocks) {
    return blocks.stream().map(PlainText::block).collect(Collectors.joining("\n\n"));
  }

  private static String block(Element block) {
    return switch (block.normalName()) {
      case "h2" -> inline(block) + "\n" + "-".repeat(inline(block).length());
      case "ul" -> lines(block.children(), "- ");
      case "dl" ->
          block.select("dt").stream()
              .map(
                  term ->
                      inline(term)
                          + COLON
                          + " "
                          + inline(Objects.requireNonNull(term.nextElementSibling())))
              .collect(Collectors.joining("\n"));
      // Its line breaks are the person's own.
      case "blockquote" -> "> " + block.wholeText().strip().replace("\n", "\n> ");
      default -> inline(block);
    };
  }

  private static String lines(Elements items, String mark) {
    return items.stream().map(item -> mark + inline(item)).collect(Collectors.joining("\n"));
  }

  private static String inline(Element element) {
    return element.childNodes().stream()
        .map(PlainText::inline)
        .collect(Collectors.joining())
        .strip();
  }

  private static String inline(Node node) {
    return switch (node) {
      case TextNode text -> SPACES.matcher(text.getWholeText()).replaceAll(" ");
      case Element element when element.normalName().equals("br") -> "\n";
      case Element element when element.hasAttr("href") -> link(element);
      case Element element -> inline(element);
      default -> "";
    };
  }

  /** The words of a link, and below them its address, if that is not what the words say. */
  private static String link(Element link) {
    String words = inline(link);
    String address = link.attr("href");
    return words.equals(address) || address.startsWith("mailto:")
        ? words
        : words + COLON + "\n" + address;
  }
}
