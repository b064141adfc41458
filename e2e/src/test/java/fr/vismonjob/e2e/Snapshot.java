package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.TABLES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.e2e.Tables.Row;
import java.util.Set;

/** All that a run of the workflow could change. */
record Snapshot(Set<Row> registrations, Set<Row> pairs, Set<Row> mails, int sent) {

  static Snapshot take() {
    return new Snapshot(
        Set.copyOf(TABLES.registrations()),
        Set.copyOf(TABLES.pairs()),
        Set.copyOf(TABLES.mails()),
        MAILBOX.all().size());
  }

  void assertUnchanged() {
    Snapshot now = take();
    assertEquals(registrations, now.registrations);
    assertEquals(pairs, now.pairs);
    assertEquals(mails, now.mails);
    assertEquals(sent, now.sent);
  }
}
