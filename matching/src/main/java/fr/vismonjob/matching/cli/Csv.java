package fr.vismonjob.matching.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values as of RFC 4180, with a header line, in UTF-8; a byte order mark is
 * skipped, and lines may end in CRLF or LF.
 */
final class Csv {

  /**
   * One row: its line in the file (of its end, should it span several), its values under the
   * columns of the header.
   */
  record Row(Path file, int line, List<String> header, List<String> fields) {

    String get(String column) {
      return fields.get(header.indexOf(column));
    }

    RefusedException refused(String column, String reason) {
      return new RefusedException(file, line, column, reason);
    }
  }

  private static final long LARGEST_BYTES = 2_000_000_000; // an array holds little more

  private final Path file;
  private final String text;
  private int position;
  private int line;

  private Csv(Path file, String text) {
    this.file = file;
    this.text = text;
    this.position = text.startsWith("\ufeff") ? 1 : 0;
  }

  /** All rows of a file whose header names exactly these columns, in any order. */
  static List<Row> read(Path file, List<String> columns) throws RefusedException {
    Csv csv = new Csv(file, text(file));
    List<String> header = csv.hasNext() ? csv.next() : List.of();
    csv.checkHeader(header, columns);
    List<Row> rows = new ArrayList<>();
    while (csv.hasNext()) {
      List<String> fields = csv.next();
      if (fields.size() != header.size()) {
        throw new RefusedException(
            file,
            csv.line,
            header.get(Math.min(fields.size(), header.size() - 1)),
            fields.size() + " values where the header has " + header.size());
      }
      rows.add(new Row(file, csv.line, header, fields));
    }
    return rows;
  }

  private static String text(Path file) throws RefusedException {
    byte[] bytes;
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new RefusedException(file, "is larger than 2 GB");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new RefusedException(file, "cannot be read", e);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      int line = 1;
      int column = 1;
      for (int i = 0; i < buffer.position(); i++) {
        column = bytes[i] == '\n' ? 1 : column + 1;
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new RefusedException(
          file, line, String.valueOf(column), "this is not UTF-8 (the column counts bytes)");
    }
  }

  private void checkHeader(List<String> header, List<String> columns) throws RefusedException {
    for (String name : header) {
      if (!columns.contains(name)) {
        throw new RefusedException(file, 1, name, "unknown column; the columns are " + columns);
      }
    }
    for (String name : columns) {
      if (!header.contains(name)) {
        throw new RefusedException(file, 1, name, "the column is missing");
      }
    }
    for (String name : columns) {
      if (header.indexOf(name) != header.lastIndexOf(name)) {
        throw new RefusedException(file, 1, name, "the column appears twice");
      }
    }
  }

  private boolean hasNext() {
    return position < text.length();
  }

  private List<String> next() throws RefusedException {
    line++;
    List<String> fields = new ArrayList<>();
    do {
      String column = String.valueOf(fields.size() + 1);
      fields.add(peek() == '"' ? quoted(column) : plain(column));
    } while (skip(','));
    skip('\r');
    if (!skip('\n') && hasNext()) {
      throw new RefusedException(
          file, line, String.valueOf(fields.size()), "text after a closing quote");
    }
    return fields;
  }

  private String plain(String column) throws RefusedException {
    int start = position;
    while (hasNext() && peek() != ',' && !atLineEnd()) {
      if (peek() == '"') {
        throw new RefusedException(file, line, column, "a quote inside a value");
      }
      position++;
    }
    return text.substring(start, position);
  }

  private String quoted(String column) throws RefusedException {
    StringBuilder value = new StringBuilder();
    position++;
    while (true) {
      int quote = text.indexOf('"', position);
      if (quote < 0) {
        throw new RefusedException(file, line, column, "a quoted value does not end");
      }
      value.append(text, position, quote);
      position = quote + 1;
      if (!skip('"')) {
        line += (int) value.chars().filter(c -> c == '\n').count();
        return value.toString();
      }
      value.append('"');
    }
  }

  private char peek() {
    return hasNext() ? text.charAt(position) : '\n';
  }

  private boolean atLineEnd() {
    return peek() == '\n' || (peek() == '\r' && text.startsWith("\r\n", position));
  }

  private boolean skip(char c) {
    boolean here = hasNext() && text.charAt(position) == c;
    position += here ? 1 : 0;
    return here;
  }
}
