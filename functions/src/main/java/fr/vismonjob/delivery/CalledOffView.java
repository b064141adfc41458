package fr.vismonjob.delivery;

import fr.vismonjob.mail.CalledOffBy;

/**
 * For the mail that says that a pair is off.
 *
 * @param partnerName empty if the partner's data is gone already
 * @param others whether the reader has other pairs, which stand
 * @param waiting whether the reader has room for another partner
 * @param searching whether pairs are still made
 */
public record CalledOffView(
    Frame frame,
    boolean toAmbassador,
    Links links,
    CalledOffBy by,
    String partnerName,
    String day,
    boolean others,
    boolean waiting,
    boolean searching,
    String lastMatching) {}
