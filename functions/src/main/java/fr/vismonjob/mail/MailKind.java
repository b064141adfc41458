package fr.vismonjob.mail;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of mail. The code is the table's {@code modele} and the mail's {@code X-Vis-Mon-Job}
 * header.
 */
public enum MailKind {
  CONFIRMATION("confirmation"),
  LINK("lien"),
  COACHING_OFFER("coaching"),
  CONFIRMED("confirmee"),
  SEAT("seance"),
  SEAT_CANCELLED("seance-annulee"),
  SEAT_REMINDER("rappel-seance"),
  WITHDRAWN("retrait"),
  PAIR("binome"),
  WIDEN("elargir"),
  NO_PAIR("sans-binome"),
  WELCOME("accueil"),
  DATES_PROPOSED("date-proposee"),
  DATE_AGREED("date-convenue"),
  PAIR_CANCELLED("binome-annule"),
  NEW_ADDRESS("nouvelle-adresse"),
  COORDINATES("coordonnees"),
  RELAY("relais"),
  RELAY_TAKEN("relais-pris"),
  RELAY_DECLINED("relais-decline"),
  REMINDER_WEEK("rappel-j7"),
  REMINDER_DAY("rappel-j1"),
  FEEDBACK("avis"),
  NUDGE("relance"),
  NO_PAIR_FINAL("fin-sans-binome"),
  ERASED("efface"),
  RECRUIT("recrutement"),
  NEXT_EDITION("nouvelle-edition"),
  REPORT("rapport"),
  PROPOSALS("proposition");

  private final String code;

  MailKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<MailKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
