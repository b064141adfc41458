package fr.vismonjob.delivery;

/**
 * What the layout puts around a mail's own words.
 *
 * @param preheader what mail programs show beside the subject
 * @param manageUrl the personal page, empty where there is none any more
 * @param siteUrl the site's first page
 */
public record Frame(
    String subject,
    String preheader,
    String firstName,
    Reason reason,
    String manageUrl,
    String siteUrl) {}
