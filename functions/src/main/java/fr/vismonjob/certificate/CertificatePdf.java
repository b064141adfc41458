package fr.vismonjob.certificate;

import fr.vismonjob.certificate.TaggedPage.Ink;
import fr.vismonjob.certificate.TaggedPage.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes a certificate as a PDF page of A4. */
public final class CertificatePdf {
  private CertificatePdf() {}

  public static byte[] of(Certificate certificate) {
    try (PDDocument document = new PDDocument()) {
      PDFont plain = font(document, "DejaVuSans.ttf");
      PDFont bold = font(document, "DejaVuSans-Bold.ttf");
      try (TaggedPage page =
          new TaggedPage(document, certificate.title() + ", " + certificate.edition())) {
        page.bar(24);
        page.write("H1", certificate.title(), new Style(bold, 28, Ink.BLACK));
        page.write("P", certificate.edition(), new Style(plain, 14, Ink.BLUE));
        page.space(4);
        page.underline();
        page.space(64);
        page.write("P", certificate.name(), new Style(bold, 20, Ink.BLACK));
        page.space(4);
        for (String sentence : certificate.sentences()) {
          page.write("P", sentence, new Style(plain, 12, Ink.BLACK));
        }
        page.space(32);
        page.write("P", certificate.issued(), new Style(plain, 12, Ink.BLACK));
        page.write("P", "L’équipe de Vis mon job", new Style(bold, 12, Ink.BLACK));
        page.foot();
        page.write(
            "P",
            "Établi d’après les réponses données après la journée par celles et ceux qui y"
                + " étaient.",
            new Style(plain, 9, Ink.GREY));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Embeds only the letters that the document uses. */
  private static PDFont font(PDDocument document, String name) throws IOException {
    try (InputStream font =
        Objects.requireNonNull(CertificatePdf.class.getResourceAsStream("/fonts/" + name), name)) {
      return PDType0Font.load(document, font, true);
    }
  }
}
