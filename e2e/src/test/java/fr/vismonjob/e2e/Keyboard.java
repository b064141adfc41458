package fr.vismonjob.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who has nothing but a keyboard. Wherever the focus comes, it must be seen: an outline of
 * the element, of what stretches its link over a block, or of the label that DSFR draws a box or a
 * dot with (WCAG 2.4.7).
 */
final class Keyboard {
  private static final int FARTHEST = 120;
  private static final int LONGEST_LIST = 60;
  private static final String FOCUS_IS_SEEN =
      """
      () => {
        const seen = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const drawn = (e, part) => {
          const style = getComputedStyle(e, part);
          return style.content !== 'none' && seen(style);
        };
        const e = document.activeElement;
        const label = e.id && document.querySelector('label[for="' + CSS.escape(e.id) + '"]');
        return seen(getComputedStyle(e)) || drawn(e, '::before') || drawn(e, '::after')
          || !!label && drawn(label, '::before')
      }\
      """;
  private static final String FOCUS =
      """
      () => {
        const e = document.activeElement;
        return {
          tag: e.tagName.toLowerCase(), type: e.type || '', name: e.name || '', value: e.value || '',
          text: (e.innerText || '').trim()
        }
      }\
      """;

  private final Page page;

  Keyboard(Page page) {
    this.page = page;
  }

  /** Where the focus is. */
  private record Focus(String tag, String type, String name, String value, String text) {
    boolean isSubmit() {
      return tag.equals("button") && type.equals("submit");
    }
  }

  /** Goes on, key by key, to the link or button whose words begin so, and uses it. */
  void use(String words) {
    if (goTo(words).tag().equals("summary")) {
      page.keyboard().press("Enter");
    } else {
      enterAndLeave();
    }
  }

  /** Presses the key and waits for the page that follows. */
  private void enterAndLeave() {
    page.evaluate("() => document.documentElement.setAttribute('data-left', '')");
    page.keyboard().press("Enter");
    page.locator("html:not([data-left])")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    page.waitForLoadState();
  }

  private Focus goTo(String words) {
    for (int i = 0; i < FARTHEST; i++) {
      Focus focus = next();
      if (List.of("a", "button", "summary").contains(focus.tag())
          && focus.text().startsWith(words)) {
        return focus;
      }
    }
    throw new AssertionError("no way to « " + words + " » on " + page.url());
  }

  /** Fills in what it comes by, from the top of a form to its button, and presses that. */
  void fillIn(Sheet sheet) {
    Map<String, Deque<String>> left = new HashMap<>();
    sheet.values().forEach((name, values) -> left.put(name, new ArrayDeque<>(values)));
    for (int i = 0; i < FARTHEST; i++) {
      Focus focus = next();
      if (focus.isSubmit()) {
        left.values().removeIf(Deque::isEmpty);
        assertEquals(Map.of(), left, "never came by");
        enterAndLeave();
        return;
      }
      Deque<String> values = left.getOrDefault(focus.name(), new ArrayDeque<>());
      if (!values.isEmpty()) {
        fill(focus, values);
      }
    }
    throw new AssertionError("no button on " + page.url());
  }

  private void fill(Focus focus, Deque<String> values) {
    switch (focus.tag() + " " + focus.type()) {
      case "input checkbox" -> {
        if (values.remove(focus.value())) {
          page.keyboard().press("Space");
        }
      }
      case "input radio" -> {
        String wanted = values.remove();
        page.keyboard().press("Space");
        arrowDownTo(wanted);
      }
      case "select select-one" -> arrowDownTo(values.remove());
      default -> {
        page.keyboard().press("Control+A");
        page.keyboard().type(values.remove());
        if (focus.name().equals("code_postal") && values.isEmpty()) {
          page.waitForTimeout(1500); // the communes are asked for
        }
      }
    }
  }

  private void arrowDownTo(String wanted) {
    for (int i = 0; i < LONGEST_LIST && !focus().value().equals(wanted); i++) {
      page.keyboard().press("ArrowDown");
      assertFocusIsSeen();
    }
    assertEquals(wanted, focus().value());
  }

  private Focus next() {
    page.keyboard().press("Tab");
    assertFocusIsSeen();
    return focus();
  }

  private void assertFocusIsSeen() {
    assertEquals(true, page.evaluate(FOCUS_IS_SEEN), () -> "the focus is not seen: " + focus());
  }

  private Focus focus() {
    Map<?, ?> focus = (Map<?, ?>) page.evaluate(FOCUS);
    return new Focus(
        String.valueOf(focus.get("tag")),
        String.valueOf(focus.get("type")),
        String.valueOf(focus.get("name")),
        String.valueOf(focus.get("value")),
        String.valueOf(focus.get("text")));
  }
}
