package fr.vismonjob.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the functions' tests left to be looked at, as a site of its own. */
final class Previews implements AutoCloseable {
  private static final Path BUILT = Path.of("../functions/target").toAbsolutePath().normalize();

  private final HttpServer server;

  Previews() {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server =
        SimpleFileServer.createFileServer(
            anyPort, BUILT.resolve("pages"), SimpleFileServer.OutputLevel.NONE);
    server.createContext("/mails/", SimpleFileServer.createFileHandler(BUILT.resolve("mails")));
    server.start();
  }

  URI home() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /** The names of the HTML files in {@code pages} or {@code mails}. */
  static List<String> in(String folder) {
    try (Stream<Path> files = Files.list(BUILT.resolve(folder))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".html"))
              .map(name -> name.substring(0, name.length() - ".html".length()))
              .sorted()
              .toList();
      assertFalse(names.isEmpty());
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing to look at (make mail-previews)", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
