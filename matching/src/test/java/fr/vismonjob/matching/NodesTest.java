package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodesTest {
  private static final int CELLS = 100;

  private final Nodes nodes = new Nodes(CELLS);

  private int above(int... children) {
    IntList list = new IntList();
    for (int child : children) {
      list.add(child);
    }
    return nodes.above(list);
  }

  @Test
  void the_node_above_a_single_one_is_that_one() {
    assertEquals(7, above(7));
    assertEquals(0, nodes.children().length);
  }

  @Test
  void the_same_children_have_the_same_node() {
    int first = above(0, 1);
    int second = above(first, 2);
    assertEquals(first, above(0, 1));
    assertEquals(second, above(first, 2));
    assertEquals(4, nodes.children().length);
  }

  @Test
  void other_children_have_other_nodes() {
    int node = above(3, 4, 5);
    assertNotEquals(node, above(3, 4));
    assertNotEquals(node, above(3, 4, 6));
    assertNotEquals(node, above(3, 4, 5, 6));
  }

  @Test
  void some_children_are_not_taken_for_more_that_begin_with_them() {
    for (int first = 0; first < 10; first++) {
      for (int second = 10; second < CELLS; second++) {
        for (int third = second + 1; third < CELLS; third++) {
          above(first, second, third);
        }
      }
    }
    int before = nodes.children().length;
    for (int first = 0; first < 10; first++) {
      for (int second = 10; second < CELLS; second++) {
        above(first, second);
      }
    }
    assertEquals(before + 2 * 10 * 90, nodes.children().length);
  }

  @Test
  void each_of_many_is_found_again() {
    int[] first = pairs();
    assertEquals(CELLS * (CELLS - 1) / 2, IntStream.of(first).distinct().count());
    assertEquals(IntStream.of(first).boxed().toList(), IntStream.of(pairs()).boxed().toList());
    assertEquals(CELLS * (CELLS - 1), nodes.children().length);
  }

  private int[] pairs() {
    return IntStream.range(0, CELLS)
        .flatMap(one -> IntStream.range(one + 1, CELLS).map(other -> above(one, other)))
        .toArray();
  }
}
