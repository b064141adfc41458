package fr.vismonjob.delivery;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.MailKind;
import java.time.LocalDate;

/** A mail's subject and the line that mail programs show beside it. */
record Heading(String subject, String preheader) {
  private static final int LONGEST_NAME = 60;

  static Heading of(MailKind kind, Matter matter) {
    return switch (matter) {
      case Matter.Own own -> own(kind, own);
      case Matter.Seat seat ->
          seat(kind, FrenchDates.hours(seat.slot().start(), seat.slot().end()));
      case Matter.Meeting meeting -> meeting(kind, meeting);
      case Matter.CalledOff off ->
          new Heading(
              "Annulé : votre journée du " + FrenchDates.dayAndMonth(off.pair().date()),
              switch (off.by()) {
                case SELF -> "Votre binôme est prévenu. Voici la suite.";
                case PARTNER -> "Votre binôme n’est plus disponible. Voici la suite.";
                case ORGANISERS -> "L’équipe d’organisation l’a annulée. Voici la suite.";
              });
      case Matter.Withdrawal _ ->
          new Heading(
              "Vous ne participez plus à Vis mon job", "Votre retrait est bien enregistré.");
      case Matter.Farewell _ ->
          new Heading(
              "Vos données ont été effacées",
              "Vis mon job ne garde plus rien sur vous. C’est notre dernier message.");
      case Matter.Report report when kind == MailKind.RECRUIT ->
          new Heading(
              "Vis mon job " + report.edition().id() + " : où recruter avant les premiers binômes",
              "Les places d’accueil qui manquent, par métier et par lieu.");
      case Matter.Report report ->
          new Heading(
              "Vis mon job " + report.edition().id() + " : le point au " + day(report.day()),
              "Les chiffres du jour pour les organisateurs.");
    };
  }

  private static Heading own(MailKind kind, Matter.Own own) {
    return switch (kind) {
      case CONFIRMATION ->
          new Heading(
              "Confirmez votre inscription à Vis mon job",
              "Il ne manque plus que votre confirmation, en un clic.");
      case NUDGE ->
          new Heading(
              "Il vous reste à confirmer votre inscription à Vis mon job",
              "Sans confirmation, nous ne pourrons pas vous trouver de binôme.");
      case LINK ->
          new Heading(
              "Vis mon job : votre lien personnel",
              "Votre inscription est bien enregistrée. Voici le lien pour la retrouver.");
      case COACHING_OFFER ->
          new Heading(
              "Inscription confirmée : choisissez votre séance de coaching",
              "Une heure en ligne pour préparer l’accueil de votre binôme.");
      case CONFIRMED ->
          new Heading(
              "Votre inscription à Vis mon job est confirmée",
              "Voici la suite, jusqu’au " + day(own.edition().day()) + ".");
      case WIDEN ->
          new Heading(
              "Vis mon job : un changement peut vous aider à trouver un binôme",
              "Les premiers binômes seront formés le " + day(own.edition().firstMatching()) + ".");
      case NO_PAIR ->
          new Heading(
              "Vis mon job : pas encore de binôme pour vous",
              "La recherche continue. Voici comment augmenter vos chances.");
      case NO_PAIR_FINAL ->
          new Heading(
              "Vis mon job : nous n’avons pas trouvé de binôme pour vous",
              "La recherche est terminée pour cette édition. Merci de votre participation.");
      default -> throw unexpected(kind);
    };
  }

  private static Heading seat(MailKind kind, String hours) {
    return switch (kind) {
      case SEAT_REMINDER ->
          new Heading(
              "Demain, séance de coaching : " + hours,
              "En ligne, pour préparer l’accueil de votre binôme.");
      case SEAT ->
          new Heading(
              "Séance de coaching réservée : " + hours,
              "Votre place est réservée. L’invitation d’agenda est jointe.");
      case SEAT_CANCELLED ->
          new Heading(
              "Séance de coaching annulée : " + hours,
              "Votre place est libérée. Vous pouvez en choisir une autre.");
      default -> throw unexpected(kind);
    };
  }

  private static Heading meeting(MailKind kind, Matter.Meeting meeting) {
    String partner = Typed.clipped(meeting.partner().person().fullName(), LONGEST_NAME);
    LocalDate date = meeting.pair().date();
    return switch (kind) {
      case PAIR ->
          new Heading(
              "Votre binôme : " + partner + ", " + FrenchDates.dayAndMonth(date),
              "Son contact, le lieu, la date, et pourquoi vous deux.");
      case DATES_PROPOSED ->
          new Heading(
              partner + " vous propose une autre date",
              "Acceptez une date ou proposez-en d’autres.");
      case DATE_AGREED ->
          new Heading(
              "Date convenue avec " + partner + " : " + day(date),
              "L’invitation d’agenda à jour est jointe.");
      case REMINDER_WEEK ->
          new Heading(
              "Votre journée Vis mon job approche : " + FrenchDates.dayAndMonth(date),
              "Un mot à " + partner + " pour fixer l’heure et l’accueil ?");
      case REMINDER_DAY ->
          new Heading(
              "Demain, votre journée Vis mon job", "Avec " + partner + ", " + day(date) + ".");
      case FEEDBACK ->
          new Heading(
              "Votre journée Vis mon job : votre avis en une minute",
              "A-t-elle eu lieu ? Qu’en avez-vous pensé ?");
      default -> throw unexpected(kind);
    };
  }

  private static String day(LocalDate day) {
    return FrenchDates.day(day);
  }

  private static IllegalStateException unexpected(MailKind kind) {
    return new IllegalStateException("no heading of this kind for this matter: " + kind);
  }
}
