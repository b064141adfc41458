package fr.vismonjob.delivery;

/**
 * For the mail that confirms a withdrawal.
 *
 * @param calendar whether it takes something out of the reader's calendar
 */
public record WithdrawalView(
    Frame frame, boolean ambassador, Links links, String registrationUntil, boolean calendar) {}
