package fr.vismonjob.page;

import fr.vismonjob.edition.EditionInFigures;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.edition.PublicFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The editions in numbers, the latest first. */
public record Statistics(List<EditionInFigures> editions) {
  private static final String FEW = "moins de " + PublicFigures.LEAST;

  /** In the units of the picture, as wide as the widest bar. */
  private static final long WIDEST = 320;

  public Statistics {
    editions = List.copyOf(editions);
  }

  /**
   * One number of an edition's picture.
   *
   * @param width of its bar; 0 for a number that is not told
   */
  public record Bar(String label, String number, long width) {}

  /** Whether the figures can tell what became of the day. */
  private static boolean isOver(EditionInFigures edition) {
    return edition.takenOn().isAfter(edition.day());
  }

  /** Who takes part, as a sentence. */
  public String people(EditionInFigures edition) {
    return capital(told(edition.figures().ambassadors()))
        + " ambassadrices et ambassadeurs et "
        + told(edition.figures().students())
        + " étudiantes et étudiants ont confirmé leur inscription.";
  }

  /** What became of it, as a sentence. */
  public String pairs(EditionInFigures edition) {
    String pairs = capital(told(edition.figures().pairs())) + " binômes ont été formés";
    return isOver(edition)
        ? pairs + ", et " + told(edition.figures().daysHeld()) + " journées ont eu lieu."
        : pairs + " jusqu’ici, pour la journée du " + FrenchDates.day(edition.day()) + ".";
  }

  /** How people found their day, as a sentence; empty before the day. */
  public String mark(EditionInFigures edition) {
    return edition
        .figures()
        .mark()
        .map(mean -> "Note moyenne donnée à la journée\u00a0: " + decimal(mean.value()) + " sur 5.")
        .orElse(
            isOver(edition)
                ? "La note moyenne n’est pas donnée\u00a0: moins de 5 notes ont été reçues."
                : "");
  }

  public List<Bar> bars(EditionInFigures edition) {
    PublicFigures figures = edition.figures();
    List<Bar> bars = new ArrayList<>();
    long most =
        Math.max(
            Math.max(figures.ambassadors().orElse(0), figures.students().orElse(0)),
            Math.max(figures.pairs().orElse(0), figures.daysHeld().orElse(0)));
    bars.add(bar("Ambassadrices et ambassadeurs", figures.ambassadors(), most));
    bars.add(bar("Étudiantes et étudiants", figures.students(), most));
    bars.add(bar("Binômes formés", figures.pairs(), most));
    if (isOver(edition)) {
      bars.add(bar("Journées qui ont eu lieu", figures.daysHeld(), most));
    }
    return bars;
  }

  /** The picture in words. */
  public String picture(EditionInFigures edition) {
    return bars(edition).stream()
        .map(bar -> bar.label() + "\u00a0: " + bar.number())
        .collect(Collectors.joining(", ", "Barres de l’édition " + edition.edition() + ". ", "."));
  }

  private static Bar bar(String label, OptionalLong number, long most) {
    long width = number.isPresent() ? Math.max(1, number.getAsLong() * WIDEST / most) : 0;
    return new Bar(label, told(number), width);
  }

  private static String told(OptionalLong number) {
    return number.isPresent() ? String.format(Locale.FRENCH, "%,d", number.getAsLong()) : FEW;
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1);
  }

  /** One decimal, with a comma. */
  private static String decimal(double value) {
    return String.format(Locale.FRENCH, "%.1f", value);
  }
}
