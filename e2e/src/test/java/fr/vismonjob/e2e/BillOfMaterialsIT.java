package fr.vismonjob.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The build says in CycloneDX which libraries it has put into the zip. */
final class BillOfMaterialsIT {
  private static final Path TARGET = Path.of("../functions/target");
  private static final Pattern LIBRARY =
      Pattern.compile("\"purl\"\\s*:\\s*\"pkg:maven/[^/]+/([^@]+)@([^?\"]+)");

  @Test
  void names_every_jar_of_the_zip_with_its_version() throws IOException {
    TreeSet<String> named =
        LIBRARY
            .matcher(Files.readString(TARGET.resolve("functions.cdx.json")))
            .results()
            .map(found -> found.group(1) + "-" + found.group(2) + ".jar")
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> shipped;
    try (ZipFile zip = new ZipFile(TARGET.resolve("functions.zip").toFile())) {
      shipped =
          zip.stream()
              .map(entry -> entry.getName().replaceFirst("^lib/", ""))
              .filter(name -> name.endsWith(".jar"))
              .sorted()
              .toList();
    }
    assertEquals(shipped, List.copyOf(named));
  }
}
