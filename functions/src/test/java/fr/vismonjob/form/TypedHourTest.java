package fr.vismonjob.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedHourTest {
  @ParameterizedTest
  @CsvSource({
    "09:30, 09:30",
    "9:30, 09:30",
    "9h30, 09:30",
    "9H30, 09:30",
    "'9 h 30', 09:30",
    "'9 h 30 min', 09:30",
    "9.30, 09:30",
    "'9 heures 30', 09:30",
    "09:30:00, 09:30",
    "9, 09:00",
    "09, 09:00",
    "9h, 09:00",
    "'9 h', 09:00",
    "'1 heure', 01:00",
    "'8 heures', 08:00",
    "00:00, 00:00",
    "23h59, 23:59",
    "' 17:00 ', 17:00",
    "'9\u00a0h\u202f30', 09:30",
    "'9\u00a0h\u200b', 09:00"
  })
  void an_hour_is_read_as_people_write_it(String typed, LocalTime hour) {
    assertEquals(Optional.of(hour), TypedHour.of(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "midi",
        "24:00",
        "9:60",
        "9h5",
        "9:5",
        "930",
        "-1",
        "9:30:15",
        "9h30h",
        "9 30",
        "h30",
        "9:30 du matin",
        "1e100",
        "9:",
        "9."
      })
  void anything_else_is_none(String typed) {
    assertEquals(Optional.empty(), TypedHour.of(typed));
  }
}
