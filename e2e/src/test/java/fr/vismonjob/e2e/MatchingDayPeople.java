package fr.vismonjob.e2e;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Two dozen people in places where nobody else is, so that what must come of it is known. */
final class MatchingDayPeople {
  private static final String NOUMEA = "98800";
  private static final String CAYENNE = "97300";
  private static final String PAPEETE = "98714";
  private static final String POINTE_A_PITRE = "97110";

  static final List<String> PLACES = List.of(NOUMEA, CAYENNE, PAPEETE, POINTE_A_PITRE);

  private MatchingDayPeople() {}

  static List<Sheet> all(CurrentEdition edition) {
    LocalDate day = edition.day();
    LocalDate next = edition.workingDay(1);
    LocalDate previous = edition.workingDay(-1);
    LocalDate far = edition.workingDay(8);
    List<Sheet> all = new ArrayList<>();
    // More students than seats; the obvious first choice would leave one more of them alone.
    all.add(host(NOUMEA, "developpement", "justice", 1, day));
    all.add(host(NOUMEA, "donnees", "armees", 2, day));
    all.add(guest(NOUMEA, day).with("metiers", "developpement", "donnees"));
    all.add(guest(NOUMEA, day).with("metiers", "developpement"));
    all.add(guest(NOUMEA, day).with("metiers", "donnees").with("administrations", "sante"));
    all.add(guest(NOUMEA, day).with("metiers", "design").with("tout_metier", "oui"));
    all.add(guest(NOUMEA, day).with("metiers", "architecture"));
    // Days: of two equally near the later, a day far off, none in common.
    all.add(host(CAYENNE, "securite", "interieur", 1, previous, next));
    all.add(host(CAYENNE, "securite", "interieur", 1, far));
    all.add(guest(CAYENNE, previous, next).with("metiers", "securite"));
    all.add(guest(CAYENNE, far, previous).with("metiers", "securite", "donnees"));
    all.add(guest(CAYENNE, day).with("metiers", "securite"));
    // Weak pairs: none of the wishes, another administration, a day far off.
    all.add(host(PAPEETE, "support", "outre-mer", 3, day, far));
    all.add(host(PAPEETE, "pilotage", "sports", 1, day).with("nom", "<i>Zoé</i> & \"Cie\""));
    all.add(weak(PAPEETE, far));
    all.add(weak(PAPEETE, day));
    all.add(guest(PAPEETE, day).with("metiers", "pilotage").with("administrations", "sports"));
    all.add(guest(PAPEETE, day).with("metiers", "projet", "pilotage", "support"));
    all.add(guest(PAPEETE, day).with("metiers", "qualite"));
    // Several administrations in order, and a host whom nobody wishes for.
    all.add(host(POINTE_A_PITRE, "projet", "sante", 1, day));
    all.add(host(POINTE_A_PITRE, "projet", "culture", 1, day, next));
    all.add(host(POINTE_A_PITRE, "exploitation", "culture", 1, day));
    all.add(guest(POINTE_A_PITRE, day).with("administrations", "armees", "culture", "sante"));
    all.add(guest(POINTE_A_PITRE, day, next).with("administrations", "culture"));
    return all;
  }

  static Sheet unconfirmed(CurrentEdition edition) {
    return guest(NOUMEA, edition.day()).with("metiers", "developpement");
  }

  private static Sheet host(
      String place, String job, String administration, int capacity, LocalDate... days) {
    return Sheet.ambassador(days[0])
        .with("nom", Sheet.unique("Hôte"))
        .with("code_postal", place)
        .with("metier", job)
        .with("administration", administration)
        .with("capacite", Integer.toString(capacity))
        .with("dates", Sheet.dates(days));
  }

  private static Sheet guest(String place, LocalDate... days) {
    return Sheet.student(days[0])
        .with("nom", Sheet.unique("Invité"))
        .with("code_postal", place)
        .with("metiers", "projet")
        .with("dates", Sheet.dates(days));
  }

  private static Sheet weak(String place, LocalDate... days) {
    return guest(place, days)
        .with("metiers", "architecture")
        .with("tout_metier", "oui")
        .with("administrations", "europe");
  }
}
