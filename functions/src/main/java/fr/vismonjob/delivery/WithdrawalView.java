package fr.vismonjob.delivery;

/**
 * For the mail that confirms a withdrawal.
 *
 * @param open whether one may register again
 * @param calendar whether it takes something out of the reader's calendar
 */
public record WithdrawalView(
    Frame frame,
    boolean ambassador,
    Links links,
    boolean open,
    String registrationUntil,
    boolean calendar) {}
