package fr.vismonjob.page;

import fr.vismonjob.registration.Reachability;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Says at the top of a page that an act was carried out. A redirection carries the code. */
public enum Notice {
  INSCRIPTION_CONFIRMEE("Votre inscription est confirmée."),
  INSCRIPTION_MODIFIEE("Vos modifications sont enregistrées."),
  INSCRIPTION_RETIREE("Votre inscription est retirée.", "Un mail vous le confirme."),
  ADRESSE_DEMANDEE(
      "Un mail part à la nouvelle adresse. Rien ne change avant que vous n’ayez suivi son lien."),
  SEANCE_RESERVEE(
      "Votre place est réservée.", "Un mail avec l’invitation d’agenda vous est envoyé."),
  SEANCE_ANNULEE("Votre réservation est annulée.", "Un mail vous le confirme."),
  DATES_PROPOSEES(
      "Votre proposition est envoyée à votre binôme, qui reçoit un mail pour y répondre."),
  DATE_CONVENUE(
      "La date est convenue.", "Vous recevez tous les deux un mail avec l’invitation d’agenda."),
  RELAIS_DEMANDE(
      "Votre demande est envoyée à votre collègue. Rien ne change avant sa réponse.",
      "Un mail vous l’apprendra."),
  ACCUEIL_ENREGISTRE(
      "L’accueil est enregistré.",
      "À chaque changement, vous recevez tous les deux un mail avec l’invitation d’agenda à jour."),
  BINOME_ANNULE("Le binôme est annulé.", "Vous recevez tous les deux un mail qui le confirme."),
  AVIS_ENREGISTRE("Merci, votre avis est enregistré.");

  private final String done;
  private final String mailed;

  Notice(String done) {
    this(done, "");
  }

  /**
   * @param mailed which mail tells the person of it
   */
  Notice(String done, String mailed) {
    this.done = done;
    this.mailed = mailed;
  }

  /** The words for a person whom mails reach, or for one to whom none is sent any more. */
  String text(Reachability reader) {
    return mailed.isEmpty() || reader.stopped().isPresent() ? done : done + " " + mailed;
  }

  /** Such as {@code inscription-confirmee}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Notice> of(String code) {
    return Arrays.stream(values()).filter(notice -> notice.code().equals(code)).findFirst();
  }
}
