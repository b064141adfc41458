package fr.vismonjob.certificate;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * One page, written from top to bottom, with the structure that screen readers follow (ISO 32000-1
 * §14.7): language, title, and for each text whether it is a heading or a paragraph.
 */
final class TaggedPage implements AutoCloseable {
  /** The look of a text. */
  record Style(PDFont font, float size, Ink ink) {}

  /** Colours with enough contrast to white (WCAG 2.2, 1.4.3: at least 4.5 to 1). */
  enum Ink {
    /** #161616: 18 to 1. */
    BLACK(0.086f, 0.086f, 0.086f),
    /** #000091, the State's blue: 15 to 1. */
    BLUE(0, 0, 0.569f),
    /** #666666: 5.7 to 1. */
    GREY(0.4f, 0.4f, 0.4f);

    private final float red;
    private final float green;
    private final float blue;

    Ink(float red, float green, float blue) {
      this.red = red;
      this.green = green;
      this.blue = blue;
    }
  }

  private static final float MARGIN = 72;
  private static final float LINE_HEIGHT = 1.5f;

  /** Written in place of a character that the font does not have. */
  private static final String UNKNOWN = "\u25a1";

  private final PDDocument document;
  private final PDPage page = new PDPage(PDRectangle.A4);
  private final PDPageContentStream content;
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement body = new PDStructureElement("Document", root);
  private final COSArray parents = new COSArray();
  private float y = PDRectangle.A4.getHeight() - 2.5f * MARGIN;

  TaggedPage(PDDocument document, String title) throws IOException {
    this.document = document;
    document.addPage(page);
    content = new PDPageContentStream(document, page);
    page.setStructParents(0);
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setCreator("Vis mon job");
    document.getDocumentCatalog().setLanguage("fr-FR");
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    document.getDocumentCatalog().setMarkInfo(marked);
    PDViewerPreferences preferences =
        new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
    root.appendKid(body);
  }

  /** Draws a bar of that height along the upper edge; screen readers skip it. */
  void bar(float height) throws IOException {
    float top = PDRectangle.A4.getHeight();
    bar(0, top - height, PDRectangle.A4.getWidth(), height);
  }

  /** Draws a short line under the last text; screen readers skip it. */
  void underline() throws IOException {
    bar(MARGIN, y, MARGIN, 3);
    space(3);
  }

  private void bar(float x, float bottom, float width, float height) throws IOException {
    content.beginMarkedContent(COSName.ARTIFACT);
    ink(Ink.BLUE);
    content.addRect(x, bottom, width, height);
    content.fill();
    content.endMarkedContent();
  }

  void space(float height) {
    y -= height;
  }

  /** Moves to the lower edge, unless the page is already full down to it. */
  void foot() {
    y = Math.min(y, 1.25f * MARGIN);
  }

  private void ink(Ink ink) throws IOException {
    content.setNonStrokingColor(ink.red, ink.green, ink.blue);
  }

  /**
   * Writes a text below the last one.
   *
   * @param tag {@code H1} or {@code P}
   */
  void write(String tag, String text, Style style) throws IOException {
    PDFont font = style.font();
    float size = style.size();
    int id = parents.size();
    PDStructureElement element = new PDStructureElement(tag, body);
    element.setPage(page);
    element.appendKid(id);
    body.appendKid(element);
    parents.add(element);
    content.beginMarkedContent(COSName.getPDFName(tag), id);
    content.beginText();
    ink(style.ink());
    content.setFont(font, size);
    content.setLeading(size * LINE_HEIGHT);
    content.newLineAtOffset(MARGIN, y);
    List<String> lines = lines(shown(text, font), font, size);
    for (String line : lines) {
      content.showText(line);
      content.newLine();
    }
    content.endText();
    content.endMarkedContent();
    y -= size * LINE_HEIGHT * lines.size() + size / 2;
  }

  /** Breaks a text at its blanks, and a word that is wider than the page within it. */
  private static List<String> lines(String text, PDFont font, float size) throws IOException {
    float width = (PDRectangle.A4.getWidth() - 2 * MARGIN) * 1000 / size;
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (font.getStringWidth(rest) > width) {
      int fitting = fitting(rest, font, width);
      int blank = rest.lastIndexOf(' ', fitting);
      int end = blank > 0 ? blank : fitting;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** Where a text that is wider than this has to end at the latest. */
  private static int fitting(String text, PDFont font, float width) throws IOException {
    int end = 0;
    int next = text.offsetByCodePoints(end, 1);
    while (font.getStringWidth(text.substring(0, next)) <= width) {
      end = next;
      next = text.offsetByCodePoints(end, 1);
    }
    return end;
  }

  private static String shown(String text, PDFont font) {
    StringBuilder shown = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> shown.append(isIn(font, letter) ? letter : UNKNOWN));
    return shown.toString();
  }

  private static boolean isIn(PDFont font, String letter) {
    try {
      font.encode(letter);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Completes the page and its structure. */
  @Override
  public void close() throws IOException {
    content.close();
    PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(Map.of(0, new PDParentTreeValue(parents)));
    root.setParentTree(tree);
    root.setParentTreeNextKey(1);
    document.getDocumentCatalog().setStructureTreeRoot(root);
  }
}
