package fr.vismonjob.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CertificatePdfTest {
  private static byte[] pdf(String name) {
    return CertificatePdf.of(
        new Certificate(
            "Attestation de participation",
            "Vis mon job, édition 2026",
            name,
            List.of(
                "a passé une journée d’immersion dans un métier du numérique de l’État, le mardi"
                    + " 24\u00a0novembre 2026, à Paris (Paris)\u00a0: Données et intelligence"
                    + " artificielle, Ministère de l’Économie et des Finances."),
            "Attestation établie le jeudi 26\u00a0novembre 2026."));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoé Martin",
        "Łukasz Żółć",
        "Nguyễn Thị Hằng",
        "Ελένη Παπαδοπούλου",
        "Юлия Щербакова",
        "Œdipe D’Ÿ-l’Haÿ",
        "a\u0301 accent apart"
      })
  void names_of_many_languages_stand_as_they_are_written(String name) throws IOException {
    byte[] pdf = pdf(name);
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    assertTrue(text(pdf).contains(composed), text(pdf));
    assertTrue(text(pdf).contains("Ministère de l’Économie et des Finances."), text(pdf));
    assertTrue(pdf.length < 60_000, pdf.length + " bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"王小明", "Zoé 🎉", "<b>Zoé</b>", "(Zoé) \\\\ Tj"})
  void whatever_else_is_typed_makes_a_page_all_the_same(String name) throws IOException {
    assertTrue(text(pdf(name)).contains("Attestation de participation"));
  }

  @Test
  void a_long_name_is_broken_into_lines() throws IOException {
    String name = "Marie-Clémentine ".repeat(11).strip();
    try (PDDocument document = Loader.loadPDF(pdf(name))) {
      assertEquals(1, document.getNumberOfPages());
    }
    assertTrue(text(pdf(name)).contains(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Anne-Charlotte-", "W", "🎉"})
  void a_word_that_is_wider_than_the_page_is_broken(String part) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf("Zoé " + part.repeat(36)))) {
      assertEquals(1, document.getNumberOfPages());
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 72);
      for (int y = 30; y < image.getHeight(); y++) {
        assertEquals(0xFFFFFFFF, image.getRGB(image.getWidth() - 60, y), "ink in the margin");
      }
    }
  }

  @Test
  void screen_readers_find_language_title_and_structure() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf("Zoé Martin"))) {
      assertEquals("fr-FR", document.getDocumentCatalog().getLanguage());
      assertEquals(
          "Attestation de participation, Vis mon job, édition 2026",
          document.getDocumentInformation().getTitle());
      assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
      assertTrue(document.getDocumentCatalog().getViewerPreferences().displayDocTitle());
      PDStructureElement body =
          (PDStructureElement)
              document.getDocumentCatalog().getStructureTreeRoot().getKids().getFirst();
      List<String> tags = new ArrayList<>();
      body.getKids().forEach(kid -> tags.add(((PDStructureElement) kid).getStructureType()));
      assertEquals(List.of("H1", "P", "P", "P", "P", "P", "P"), tags);
      assertNotNull(document.getDocumentCatalog().getStructureTreeRoot().getParentTree());
    }
  }

  @Test
  void the_letters_come_with_the_document() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf("Zoé Martin"))) {
      PDResources resources = document.getPage(0).getResources();
      for (COSName font : resources.getFontNames()) {
        assertTrue(resources.getFont(font).isEmbedded());
      }
    }
  }

  /** To be looked at: target/certificate.pdf and .png. */
  @Test
  void the_sample_is_one_page_with_ink_on_it() throws IOException {
    byte[] pdf = pdf("Zoé Martin");
    Files.write(Path.of("target", "certificate.pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertEquals(1, document.getNumberOfPages());
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 72);
      ImageIO.write(image, "png", Path.of("target", "certificate.png").toFile());
      assertEquals(0xFF000091, image.getRGB(300, 5), "the bar");
      assertEquals(0xFFFFFFFF, image.getRGB(300, 60), "the paper");
    }
  }
}
