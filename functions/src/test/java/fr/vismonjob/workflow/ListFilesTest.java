package fr.vismonjob.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever fails in between, the next act leaves no list with names behind. */
final class ListFilesTest {
  private final Map<String, String> files = new TreeMap<>();
  private int callsUntilFault = Integer.MAX_VALUE;
  private final ListFiles lists = new ListFiles(this::faulty);

  private RunFiles faulty() {
    return new RunFiles() {
      private void call() {
        if (callsUntilFault-- == 0) {
          throw new IllegalStateException("the bucket does not answer");
        }
      }

      @Override
      public void write(String key, String content) {
        call();
        files.put(key, content);
      }

      @Override
      public void delete(String key) {
        call();
        files.remove(key);
      }

      @Override
      public String read(String key) {
        return find(key).orElseThrow();
      }

      @Override
      public Optional<String> find(String key) {
        call();
        return Optional.ofNullable(files.get(key));
      }
    };
  }

  private List<String> left() {
    return files.keySet().stream().filter(key -> key.endsWith(".csv")).toList();
  }

  @Test
  void only_the_newest_report_has_a_list() {
    lists.write("2026", "2026/2026-11-10/a", () -> "Ada");
    lists.write("2026", "2026/2026-11-11/b", () -> "Ada;Zoe");
    lists.write("2026", "2026/2026-11-11/b", () -> "Ada;Zoe");
    assertEquals(List.of("rapports/2026/2026-11-11/b/binomes.csv"), left());
    assertEquals("Ada;Zoe", files.get(left().getFirst()));
  }

  @Test
  void a_list_whose_tables_change_while_it_is_written_is_written_again() {
    Iterator<String> tables = List.of("Ada;Zoe", "Ada", "Ada").iterator();
    assertTrue(lists.write("2026", "2026/2026-11-10/a", tables::next));
    assertEquals("Ada", files.get("rapports/2026/2026-11-10/a/binomes.csv"));
  }

  @Test
  void tables_that_never_rest_get_no_list() {
    AtomicInteger changes = new AtomicInteger();
    assertFalse(lists.write("2026", "2026/2026-11-10/a", () -> "Ada" + changes.incrementAndGet()));
    assertEquals(List.of(), left());
  }

  @Test
  void an_erasure_leaves_none_of_this_edition() {
    lists.write("2026", "2026/2026-11-10/a", () -> "Ada");
    lists.write("2027", "2027/2027-11-10/a", () -> "Bob");
    lists.forget("2026");
    assertEquals(List.of("rapports/2027/2027-11-10/a/binomes.csv"), left());
    lists.forget("2026");
  }

  @Test
  void after_a_fault_at_any_call_the_next_act_cleans_up() {
    List<List<String>> afterwards = new ArrayList<>();
    for (int fault = 0; fault < 6; fault++) {
      files.clear();
      callsUntilFault = Integer.MAX_VALUE;
      lists.write("2026", "2026/2026-11-10/a", () -> "Ada");
      callsUntilFault = fault;
      try {
        lists.write("2026", "2026/2026-11-11/b", () -> "Ada");
      } catch (IllegalStateException expected) {
        callsUntilFault = Integer.MAX_VALUE;
      }
      callsUntilFault = Integer.MAX_VALUE;
      lists.forget("2026");
      afterwards.add(left());
    }
    assertEquals(List.of(), afterwards.stream().flatMap(List::stream).toList());
  }
}
