package fr.vismonjob.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecipientsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* | ada@example.fr | true",
        "*@example.fr | ada@example.fr | true",
        "*@example.fr | ada@example.fr.autre.fr | false",
        "*@example.fr | ada@sous.example.fr | false",
        "*@example.fr | ada@exampleXfr | false",
        "*example.fr | ada@sous.example.fr | true",
        "ada@example.fr | ada@example.fr | true",
        "ada@example.fr | bda@example.fr | false",
        "a?a@example.fr | ada@example.fr | true",
        "a?a@example.fr | addda@example.fr | false",
        "eve@a.fr , *@example.fr | ada@example.fr | true",
        "*@essai.fr,simulator.amazonses.com | ada@example.fr | false"
      })
  void a_pattern_stands_for_whole_addresses(String list, String address, boolean included) {
    assertEquals(included, Recipients.of(list).include(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ","})
  void nobody_at_all_is_a_slip(String list) {
    assertThrows(IllegalArgumentException.class, () -> Recipients.of(list));
  }
}
