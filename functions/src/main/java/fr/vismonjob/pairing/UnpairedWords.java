package fr.vismonjob.pairing;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.matching.Unpaired;
import fr.vismonjob.registration.Choices;
import fr.vismonjob.registration.Details;

/**
 * Why a person has no partner yet and what would help, as French sentences to that person. Whoever
 * organisers keep from somebody reads the same words as a person with nobody in reach: they are
 * true for both, so that nobody can tell.
 */
final class UnpairedWords {
  static final String DATES_PASSED = "Toutes les dates que vous avez choisies sont passées.";
  static final String ADD_DATES =
      "Ajoutez une date encore à venir pour que la recherche puisse continuer.";

  static final String NO_DATE_LEFT = "toutes ses dates sont passées";

  private static final String NOBODY = "personne à proposer dans le rayon";
  private static final String NO_HOST =
      "Aucun accueil n’a pu vous être proposé dans le rayon que vous avez indiqué.";
  private static final String NO_GUEST =
      "Personne dont le rayon comprend votre commune n’a pu vous être proposé.";
  private static final String HOST_PARTED =
      "L’accueil qui vous convient était celui de votre binôme annulé, et un binôme annulé n’est"
          + " pas formé une seconde fois\u00a0; aucun autre accueil n’a pu vous être proposé.";
  private static final String GUEST_PARTED =
      "La personne qui vous convient était celle de votre binôme annulé, et un binôme annulé n’est"
          + " pas formé une seconde fois\u00a0; personne d’autre n’a pu vous être proposé.";

  private UnpairedWords() {}

  /**
   * The cause for organisers, in the same words for both roles.
   *
   * @param parted whether a cancelled pair of the person would suit
   */
  static String because(Unpaired.Cause cause, boolean parted) {
    return switch (cause) {
      case NOBODY_IN_REACH -> NOBODY;
      case KEPT_APART -> parted ? "binôme annulé, personne d’autre" : NOBODY;
      case NO_SHARED_DATE -> "aucune date en commun";
      case NO_SUCH_JOB -> "aucun métier en commun";
      case ALL_TAKEN -> "toutes les places prises";
    };
  }

  /**
   * The cause for the person.
   *
   * @param parted whether a cancelled pair of the person would suit
   */
  static String cause(Unpaired unpaired, boolean parted) {
    return switch (unpaired.role()) {
      case STUDENT -> studentCause(unpaired.cause(), parted);
      case AMBASSADOR -> ambassadorCause(unpaired.cause(), parted);
    };
  }

  private static String studentCause(Unpaired.Cause cause, boolean parted) {
    return switch (cause) {
      case NOBODY_IN_REACH -> NO_HOST;
      case KEPT_APART -> parted ? HOST_PARTED : NO_HOST;
      case NO_SHARED_DATE ->
          "Des agents accueillent près de chez vous, mais pas aux dates que vous avez choisies.";
      case NO_SUCH_JOB ->
          "Des agents accueillent près de chez vous à vos dates, mais dans d’autres métiers que"
              + " ceux que vous souhaitez.";
      case ALL_TAKEN -> "Des accueils vous auraient convenu, mais toutes leurs places sont prises.";
    };
  }

  private static String ambassadorCause(Unpaired.Cause cause, boolean parted) {
    return switch (cause) {
      case NOBODY_IN_REACH -> NO_GUEST;
      case KEPT_APART -> parted ? GUEST_PARTED : NO_GUEST;
      case NO_SHARED_DATE ->
          "Des personnes cherchent un accueil près de chez vous, mais pas aux dates que vous avez"
              + " choisies.";
      case NO_SUCH_JOB ->
          "Des personnes cherchent un accueil près de chez vous à vos dates, mais dans d’autres"
              + " métiers que le vôtre.";
      case ALL_TAKEN ->
          "Les personnes que vous auriez pu accueillir ont trouvé un accueil ailleurs.";
    };
  }

  /** Empty if no single change that the form allows would have helped. */
  static String advice(Unpaired unpaired, Entrant entrant) {
    return unpaired
        .help()
        .filter(help -> isAllowed(help, entrant))
        .map(UnpairedWords::advice)
        .orElse("");
  }

  private static boolean isAllowed(Unpaired.Help help, Entrant entrant) {
    return !(help instanceof Unpaired.Help.Farther(int extraKm, int _)
        && entrant instanceof Entrant.Guest guest
        && guest.radiusKm() + extraKm > Details.Wishes.WIDEST_RADIUS_KM);
  }

  private static String advice(Unpaired.Help help) {
    return switch (help) {
      case Unpaired.Help.Farther(int extraKm, int people) ->
          "Avec un rayon élargi de %d\u00a0km, %s.".formatted(extraKm, possibilities(people));
      case Unpaired.Help.OtherDate(var date, int people) ->
          "Si vous pouviez aussi le %s, %s."
              .formatted(FrenchDates.day(date), possibilities(people));
      case Unpaired.Help.OtherJob(String job, int people) ->
          "Si vous acceptiez aussi %s, %s."
              .formatted(
                  Choices.jobLabel(job)
                      .map(label -> "le métier «\u00a0" + label + "\u00a0»")
                      .orElse("d’autres métiers"),
                  possibilities(people));
    };
  }

  private static String possibilities(int people) {
    return people == 1
        ? "une possibilité s’ouvrirait à vous"
        : people + " possibilités s’ouvriraient à vous";
  }
}
