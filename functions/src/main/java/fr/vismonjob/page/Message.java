package fr.vismonjob.page;

import fr.vismonjob.registration.Registration;

/** The message at the top of a page about the act that led to it. */
public sealed interface Message {
  String text();

  /** No act led to the page. */
  record None() implements Message {
    @Override
    public String text() {
      return "";
    }
  }

  /** The act was carried out. */
  record Done(String text) implements Message {}

  /** The present state does not allow the act; the text is the whole reason. */
  record Refused(String text) implements Message {}

  static Message none() {
    return new None();
  }

  /**
   * @param reader who reads it
   */
  static Message of(Notice notice, Registration reader) {
    return new Done(notice.text(reader.reachability()));
  }

  static Message refused(String reason) {
    return new Refused(reason);
  }
}
