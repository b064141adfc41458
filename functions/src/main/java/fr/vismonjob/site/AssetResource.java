package fr.vismonjob.site;

import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /assets/{name}}: stylesheet, script, fonts and icons. Browsers keep them for a year,
 * because a name changes with its content.
 */
public final class AssetResource implements Resource {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*\\.([a-z0-9]+)");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2");

  @Override
  public Answer get(Request request) {
    Matcher name = NAME.matcher(request.pathParameter("name"));
    if (!name.matches() || !TYPES.containsKey(name.group(1))) {
      return new Answer.NotFound();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", TYPES.get(name.group(1)));
    headers.put("Cache-Control", "public, max-age=31536000, immutable");
    String resource = "/assets/" + name.group();
    if (request.acceptsGzip()) {
      Optional<byte[]> gzipped = read(resource + ".gz");
      if (gzipped.isPresent()) {
        headers.put("Content-Encoding", "gzip");
        return new Answer.File(gzipped.get(), headers);
      }
    }
    return read(resource)
        .<Answer>map(content -> new Answer.File(content, headers))
        .orElseGet(Answer.NotFound::new);
  }

  private static Optional<byte[]> read(String resource) {
    try (InputStream in = AssetResource.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
