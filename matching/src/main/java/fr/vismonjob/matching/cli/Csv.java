package fr.vismonjob.matching.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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

  /** Told of each row in turn. */
  interface Reader {
    void read(Row row) throws RefusedException;
  }

  /** Reads all rows of a file whose header names exactly these columns, in any order. */
  static void read(Path file, List<String> columns, Reader reader) throws RefusedException {
    Csv csv = new Csv(file, text(file));
    List<String> header = csv.hasNext() ? csv.next() : List.of();
    csv.checkHeader(header, columns);
    while (csv.hasNext()) {
      List<String> fields = csv.next();
      if (fields.size() != header.size()) {
        throw new RefusedException(
            file,
            csv.line,
            header.get(Math.min(fields.size(), header.size() - 1)),
            fields.size() + " values where the header has " + header.size());
      }
      reader.read(new Row(file, csv.line, header, fields));
    }
  }

  private static String text(Path file) throws RefusedException {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new RefusedException(file, "is larger than 2 GB");
      }
      return Files.readString(file);
    } catch (CharacterCodingException _) {
      throw notUtf8(file);
    } catch (IOException e) {
      throw new RefusedException(file, "cannot be read", e);
    }
  }

  /** Reads once more, to tell where. */
  private static RefusedException notUtf8(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      StandardCharsets.UTF_8.newDecoder().decode(buffer, CharBuffer.allocate(bytes.length), true);
      int line = 1;
      int column = 1;
      for (int i = 0; i < buffer.position(); i++) {
        column = bytes[i] == '\n' ? 1 : column + 1;
        line += bytes[i] == '\n' ? 1 : 0;
      }
      return new RefusedException(
          file, line, String.valueOf(column), "this is not UTF-8 (the column counts bytes)");
    } catch (IOException e) {
      return new RefusedException(file, "cannot be read", e);
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
      int column = fields.size() + 1;
      fields.add(peek() == '"' ? quoted(column) : plain(column));
    } while (skip(','));
    skip('\r');
    if (!skip('\n') && hasNext()) {
      throw refused(fields.size(), "text after a closing quote");
    }
    return fields;
  }

  private String plain(int column) throws RefusedException {
    int start = position;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == ',' || c == '\n' || (c == '\r' && text.startsWith("\r\n", position))) {
        break;
      }
      if (c == '"') {
        throw refused(column, "a quote inside a value");
      }
      position++;
    }
    return text.substring(start, position);
  }

  private String quoted(int column) throws RefusedException {
    StringBuilder value = new StringBuilder();
    position++;
    while (true) {
      int quote = text.indexOf('"', position);
      if (quote < 0) {
        throw refused(column, "a quoted value does not end");
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

  private RefusedException refused(int column, String reason) {
    return new RefusedException(file, line, String.valueOf(column), reason);
  }

  private char peek() {
    return hasNext() ? text.charAt(position) : '\n';
  }

  private boolean skip(char c) {
    boolean here = hasNext() && text.charAt(position) == c;
    position += here ? 1 : 0;
    return here;
  }
}
