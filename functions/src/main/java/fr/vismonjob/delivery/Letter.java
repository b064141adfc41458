package fr.vismonjob.delivery;

import fr.vismonjob.edition.FrenchDates;
import java.util.List;

/**
 * A mail with all its words, which makes sense in the present state. There is one type of letter
 * for each kind of {@link fr.vismonjob.mail.About}. Its constructor throws {@link Pointless} if the
 * letter makes no sense any more; templates write it.
 */
public sealed interface Letter permits PersonalLetter, FarewellLetter, ReportLetter {
  /** The reason why a person gets the letter; every letter gives it at its end. */
  enum Why {
    /** Somebody typed this address into a form, and nobody has confirmed it. */
    UNCONFIRMED,
    REGISTERED,
    WITHDRAWN,
    ERASED,
    ORGANISER
  }

  Letterhead head();

  /** The one address to which the letter is sent. */
  String to();

  Why why();

  /** The words that depend on the mail's kind: subject, preheader and templates. */
  Words words();

  /** The entries that the letter adds to the recipient's calendar, or removes from it. */
  default List<CalendarEntry> calendar() {
    return List.of();
  }

  default String firstName() {
    return "";
  }

  /** The address of the recipient's own page; empty if there is none. */
  default String manageUrl() {
    return "";
  }

  default String siteUrl() {
    return head().site().url() + "/";
  }

  default String eventDay() {
    return FrenchDates.day(head().edition().day());
  }

  default String firstMatching() {
    return FrenchDates.day(head().edition().firstMatching());
  }

  default String lastMatching() {
    return FrenchDates.day(head().edition().lastMatching());
  }

  /** Whether there will be another matching run. */
  default boolean searching() {
    return head().edition().isMatchingToCome(head().today());
  }
}
