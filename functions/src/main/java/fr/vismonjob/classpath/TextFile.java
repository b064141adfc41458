package fr.vismonjob.classpath;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** A text file in UTF-8 that the build puts on the class path. */
public final class TextFile {
  private TextFile() {}

  /** The whole file. */
  public static byte[] bytes(String name) {
    try (InputStream file = open(name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(
        TextFile.class.getResourceAsStream(name),
        name + " is not on the class path: build the site first (functions/site/build.sh)");
  }

  /**
   * Gives a file's lines to a reader and returns its result. The file is read only as far as the
   * reader asks.
   *
   * @param name from the root of the class path, such as {@code /communes.tsv}
   */
  public static <T> T read(String name, Function<Stream<String>, T> reader) {
    try (var lines =
        new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
      return reader.apply(lines.lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Splits a line of a table at its tabs. */
  public static String[] cells(String line) {
    return line.split("\t", -1);
  }
}
