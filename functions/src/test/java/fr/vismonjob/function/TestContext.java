package fr.vismonjob.function;

import java.util.ArrayList;
import java.util.List;

/** An invocation with time enough, whose log a test can read. */
final class TestContext extends QuietContext {
  private final List<String> logged;

  TestContext() {
    this(60_000);
  }

  TestContext(int remainingMillis) {
    this(remainingMillis, new ArrayList<>());
  }

  private TestContext(int remainingMillis, List<String> logged) {
    super("request", remainingMillis, logged);
    this.logged = logged;
  }

  List<String> logged() {
    return logged;
  }
}
