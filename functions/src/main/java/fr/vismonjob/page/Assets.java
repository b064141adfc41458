package fr.vismonjob.page;

import fr.vismonjob.classpath.TextFile;
import java.util.Map;
import java.util.stream.Collectors;

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
    return new Assets(
        TextFile.read(
            "/assets.properties",
            lines ->
                lines
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]))));
  }

  String hashed(String name) {
    String hashed = hashedNames.get(name);
    if (hashed == null) {
      throw new IllegalArgumentException("assets.properties has no asset " + name);
    }
    return hashed;
  }
}
