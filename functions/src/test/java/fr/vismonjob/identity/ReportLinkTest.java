package fr.vismonjob.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportLinkTest {
  private static final Keyed KEYED = new Keyed("a key for tests");
  private static final LocalDate UNTIL = LocalDate.parse("2026-11-24");
  private final ReportLink link = ReportLink.of("2026/2026-11-10/3f1c7a52", UNTIL, KEYED);

  @Test
  void it_opens_the_report_until_its_last_day() {
    ReportLink read = ReportLink.parse(link.text()).orElseThrow();
    assertEquals(link, read);
    assertTrue(read.opens(UNTIL, KEYED));
    assertFalse(read.opens(UNTIL.plusDays(1), KEYED));
  }

  @Test
  void neither_another_day_nor_another_report_goes_with_its_secret() {
    assertFalse(
        new ReportLink(link.report(), UNTIL.plusDays(1), link.secret()).opens(UNTIL, KEYED));
    assertFalse(
        new ReportLink("2026/2026-11-11/3f1c7a52", UNTIL, link.secret()).opens(UNTIL, KEYED));
    assertFalse(link.opens(UNTIL, new Keyed("another key")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b.c", "MjAyNg.2026-99-99.aaaaaaaaaaaaaaaaaaaaaa", "../../etc"})
  void anything_else_is_no_link(String text) {
    assertEquals(Optional.empty(), ReportLink.parse(text));
  }
}
