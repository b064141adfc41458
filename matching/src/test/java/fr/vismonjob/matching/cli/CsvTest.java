package fr.vismonjob.matching.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

  private static final List<String> COLUMNS = List.of("one", "two");

  @TempDir private Path folder;

  @Test
  void columns_come_in_any_order() throws Exception {
    Csv.Row row = rows("two,one\n2,1\n").getFirst();
    assertEquals("1", row.get("one"));
    assertEquals("2", row.get("two"));
  }

  @Test
  void quotes_hold_commas_line_ends_and_doubled_quotes() throws Exception {
    List<Csv.Row> rows = rows("one,two\n\"a,b\",\"say \"\"c\"\"\"\n\"d\ne\r\nf\",\"\"\ng,h\n");
    assertEquals(
        List.of(List.of("a,b", "say \"c\""), List.of("d\ne\r\nf", ""), List.of("g", "h")),
        rows.stream().map(Csv.Row::fields).toList());
    assertEquals(List.of(2, 5, 6), rows.stream().map(Csv.Row::line).toList());
  }

  @Test
  void the_last_line_need_not_end_and_a_carriage_return_alone_ends_none() throws Exception {
    assertEquals(List.of(List.of("a", "b")), fields("one,two\na,b"));
    assertEquals(List.of(List.of("a", "b")), fields("one,two\r\na,b\r\n"));
    assertEquals(List.of(List.of("a\rb", "c")), fields("one,two\na\rb,c"));
    assertEquals(List.of(List.of("", "")), fields("one,two\n,\n"));
    assertEquals(List.of(List.of("a", "")), fields("one,two\na,"));
    assertEquals(List.of(), fields("one,two"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "``;line 1, column one: the column is missing",
        "`one,two\n\na,b`;line 2, column two: 1 values where the header has 2",
        "`one,two\na,b,c,d`;line 2, column two: 4 values where the header has 2",
        "`one,two\na,b\"c`;line 2, column 2: a quote inside a value",
        "`one,two\n\"a\nb\",\"c`;line 3, column 2: a quoted value does not end",
        "`one,two\n\"a\"b,c`;line 2, column 1: text after a closing quote",
        "`one,two\na,\"b\"c`;line 2, column 2: text after a closing quote",
        "`one,two\na,\"b\"\rc`;line 2, column 2: text after a closing quote",
        "`one,two\na,\"b\nc\"d`;line 3, column 2: text after a closing quote",
      })
  void what_is_not_csv_is_refused_where_it_is(String text, String reason) {
    String message = assertThrows(RefusedException.class, () -> rows(text)).getMessage();
    assertTrue(String.valueOf(message).contains(reason), message);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "4,5", "8,1", "9,2"})
  void a_byte_that_is_not_utf_8_is_refused_where_it_is(int at, int column) throws IOException {
    byte[] bytes = "one,two\n1,2\n".getBytes(StandardCharsets.UTF_8);
    bytes[at] = (byte) 0xff;
    Path file = Files.write(folder.resolve("f.csv"), bytes);
    RefusedException refusal =
        assertThrows(RefusedException.class, () -> Csv.read(file, COLUMNS, _ -> {}));
    String where = "line " + (at < 8 ? 1 : 2) + ", column " + column + ": this is not UTF-8";
    assertTrue(String.valueOf(refusal.getMessage()).contains(where), refusal.getMessage());
  }

  private List<List<String>> fields(String text) throws IOException, RefusedException {
    return rows(text).stream().map(Csv.Row::fields).toList();
  }

  private List<Csv.Row> rows(String text) throws IOException, RefusedException {
    Path file = Files.writeString(folder.resolve("f.csv"), text);
    List<Csv.Row> rows = new ArrayList<>();
    Csv.read(file, COLUMNS, rows::add);
    return rows;
  }
}
