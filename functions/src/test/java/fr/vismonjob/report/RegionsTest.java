package fr.vismonjob.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.classpath.TextFile;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RegionsTest {
  @Test
  void every_departement_of_a_postal_code_has_its_region() {
    Set<String> departements =
        TextFile.read(
            "/communes.tsv",
            lines -> lines.map(TextFile::cells).map(cells -> cells[3]).collect(Collectors.toSet()));
    assertTrue(departements.size() > 100);
    departements.removeAll(Regions.departements().toList());
    assertEquals(Set.of(), departements);
  }

  @Test
  void there_are_eighteen_and_the_collectivities() {
    assertEquals(19, Regions.departements().map(Regions::of).distinct().count());
    assertEquals("Corse", Regions.of("2A"));
    assertEquals("La Réunion", Regions.of("974"));
    assertEquals("Non connue", Regions.of("00"));
  }
}
