package fr.vismonjob.page;

/** What a page says first about what was just asked for. */
public sealed interface Message {
  String text();

  /** Nothing was asked for. */
  record None() implements Message {
    @Override
    public String text() {
      return "";
    }
  }

  /** It is done. */
  record Done(String text) implements Message {}

  /** The state does not allow it; the text is the whole reason. */
  record Refused(String text) implements Message {}

  static Message none() {
    return new None();
  }

  static Message of(Notice notice) {
    return new Done(notice.text());
  }

  static Message refused(String reason) {
    return new Refused(reason);
  }
}
