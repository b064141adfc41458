package fr.vismonjob.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The names under which the stylesheet, the script and the icons are served.
 *
 * @param hashedNames served name by logical name, such as {@code vismonjob.css} → {@code
 *     vismonjob.1a2b3c4d.css}
 */
public record Assets(Map<String, String> hashedNames) {
  public Assets {
    hashedNames = Map.copyOf(hashedNames);
  }

  /** Reads the names that the site's build has written, {@code name=hashed name} on each line. */
  public static Assets fromClassPath() {
    InputStream list = Assets.class.getResourceAsStream("/assets.properties");
    if (list == null) {
      throw new IllegalStateException(
          "assets.properties is not on the class path: build the site first"
              + " (functions/site/build.sh)");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      Map<String, String> names = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          names.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
      return new Assets(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String hashed(String name) {
    String hashed = hashedNames.get(name);
    if (hashed == null) {
      throw new IllegalArgumentException("assets.properties has no asset " + name);
    }
    return hashed;
  }
}
