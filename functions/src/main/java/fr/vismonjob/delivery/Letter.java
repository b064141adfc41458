package fr.vismonjob.delivery;

import fr.vismonjob.edition.FrenchDates;
import java.util.List;

/**
 * A mail that makes sense as the state is now, in all its words. There is one type for each kind of
 * matter; its constructor refuses what there is no sense in saying, and templates show it.
 */
public sealed interface Letter permits PersonalLetter, FarewellLetter, ReportLetter {
  /** Why somebody gets a letter, which every one says at its end. */
  enum Why {
    /** Somebody typed this address into a form, and nobody has confirmed that it is theirs. */
    UNCONFIRMED,
    REGISTERED,
    WITHDRAWN,
    ERASED,
    ORGANISER
  }

  Letterhead head();

  /** The one address that it goes to. */
  String to();

  Why why();

  /** What follows from the mail's kind: subject, preheader and templates. */
  Words words();

  /** What goes into the recipient's calendar or out of it. */
  default List<CalendarEntry> calendar() {
    return List.of();
  }

  default String firstName() {
    return "";
  }

  /** The recipient's own page, empty where there is none. */
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

  /** Whether pairs are still made. */
  default boolean searching() {
    return head().edition().isMatchingToCome(head().today());
  }
}
