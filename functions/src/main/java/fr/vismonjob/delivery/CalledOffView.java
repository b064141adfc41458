package fr.vismonjob.delivery;

import fr.vismonjob.pairing.CalledOffBy;

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
    CalledOffBy by,
    String partnerName,
    String day,
    boolean waiting,
    String lastMatching) {}
