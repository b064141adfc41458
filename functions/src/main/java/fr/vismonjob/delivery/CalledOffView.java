package fr.vismonjob.delivery;

/**
 * For the mail that says that a pair is off.
 *
 * @param partnerName empty if the partner's data is gone already
 * @param waiting whether the reader is back among those who wait for a partner
 */
public record CalledOffView(
    Frame frame,
    boolean toAmbassador,
    Links links,
    boolean byPartner,
    String partnerName,
    String day,
    boolean waiting,
    String lastMatching) {}
