package fr.vismonjob.delivery;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The words of a letter.
 *
 * @param preheader line that mail programs show beside the subject
 * @param html writes the body as HTML
 * @param text writes the same as text
 */
public record Words(
    String subject,
    String preheader,
    Consumer<HtmlTemplateOutput> html,
    Consumer<TemplateOutput> text) {
  private static final Pattern SPARE_LINES = Pattern.compile("\\n(?:[ \\t]*\\n){2,}");

  String asHtml() {
    StringOutput out = new StringOutput();
    html.accept(new OwaspHtmlTemplateOutput(out));
    return out.toString();
  }

  String asText() {
    StringOutput out = new StringOutput();
    text.accept(out);
    return SPARE_LINES.matcher(out.toString()).replaceAll("\n\n").strip() + "\n";
  }
}
