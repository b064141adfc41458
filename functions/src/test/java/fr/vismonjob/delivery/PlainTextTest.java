package fr.vismonjob.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

final class PlainTextTest {
  private static String text(String card) {
    return PlainText.of(
            Jsoup.parse("<div class=card>" + card + "</div><div class=foot><p>Pied</div>"))
        .replace("\n\n--------\nPied\n", "");
  }

  @Test
  void paragraphs_and_headings_stand_apart_and_the_subject_is_not_repeated() {
    assertEquals(
        "Bonjour.\n\nLa suite\n--------\n\nÀ bientôt.",
        text("<h1>Sujet</h1>\n<p>Bonjour.</p>\n<h2>La suite</h2>\n<p>À bientôt.</p>"));
  }

  @Test
  void lists_have_a_line_for_each_entry() {
    assertEquals(
        "- un\n- deux\n\nLieu\u00a0: Paris\nDate\u00a0: demain",
        text(
            "<ul><li>un</li><li>deux</li></ul><dl><dt>Lieu</dt><dd>Paris</dd><dt>Date</dt><dd>demain</dd></dl>"));
  }

  @Test
  void a_link_shows_where_it_leads_unless_its_words_do() {
    assertEquals(
        "Répondre\u00a0:\nhttps://a.example/\n\nIci : https://b.example/\n\nada@c.example",
        text(
            """
            <p class="button"><a href="https://a.example/">Répondre</a></p>
            <p class="full">Si le bouton ne répond pas, copiez cette adresse.</p>
            <p>Ici : <a href="https://b.example/">https://b.example/</a></p>
            <p><a href="mailto:ada@c.example">ada@c.example</a></p>
            """));
  }

  @Test
  void what_somebody_wrote_keeps_its_lines_as_a_quotation_and_nothing_is_read_as_markup() {
    assertEquals(
        "> <b>un</b>\n> \n> -- deux\n\nAda Martin",
        text("<blockquote>&lt;b>un&lt;/b>\n\n-- deux</blockquote><p><bdi>Ada\nMartin</bdi></p>"));
  }
}
