package fr.vismonjob.edition;

import java.time.LocalDate;

/**
 * An edition as everybody may see it in numbers.
 *
 * @param takenOn the day of the report that counted last
 */
public record EditionInFigures(
    String edition, LocalDate day, LocalDate takenOn, PublicFigures figures) {}
