package fr.vismonjob.e2e;

/** What the tests share: one of each, so that mails are read once only. */
final class World {
  static final Stack STACK = Stack.current();
  static final Http HTTP = new Http(STACK);
  static final Mailbox MAILBOX = new Mailbox(STACK);
  static final Tables TABLES = new Tables(STACK);
  static final Visitors VISITORS = new Visitors(STACK, HTTP, MAILBOX);
  static final CurrentEdition EDITION = CurrentEdition.of(TABLES);

  private World() {}
}
