package fr.vismonjob.delivery;

import java.util.List;

/**
 * For mails about the person's own registration.
 *
 * @param day the event day in words
 * @param days the days the person gave, in words
 * @param searching whether pairs are still made
 * @param slots coaching hours offered, in words; the first few
 * @param moreSlots how many more there are
 * @param cause why there is no partner, in words; may be empty
 * @param advice what would help, in words; may be empty
 */
public record OwnView(
    Frame frame,
    boolean ambassador,
    Links links,
    String day,
    List<String> days,
    String registrationUntil,
    String firstMatching,
    boolean searching,
    String lastMatching,
    List<String> slots,
    int moreSlots,
    String cause,
    String advice) {
  public OwnView {
    days = List.copyOf(days);
    slots = List.copyOf(slots);
  }
}
