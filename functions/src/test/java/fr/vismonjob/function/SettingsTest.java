package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsTest {
  @Test
  void each_line_is_a_name_and_a_value_that_may_hold_anything_but_a_line_break() {
    assertEquals(
        Map.of("NAME", "Ministère « a=b »", "EMPTY", ""),
        Settings.parse("NAME=Ministère « a=b »\nEMPTY=\n\n").values());
  }

  @Test
  void a_missing_line_is_named() {
    assertThrows(IllegalStateException.class, () -> Settings.parse("A=1").value("B"));
  }
}
